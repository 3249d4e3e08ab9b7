import { expect, test } from 'vitest';
import { eventRange } from '../../src/cli/event-range.ts';

const a = 'a'.repeat(40);
const b = 'b'.repeat(40);
const zero = '0'.repeat(40);
const ref = 'refs/heads/work/x';

test.each([
  ['pull_request', { pull_request: { base: { sha: a }, head: { sha: b } } }, { kind: 'commits', base: a, head: b }],
  ['merge_group', { merge_group: { base_sha: a, head_sha: b } }, { kind: 'commits', base: a, head: b }],
  ['pull_request_review', { pull_request: { base: { sha: a }, head: { sha: b } } }, { kind: 'commits' }],
  ['push', { before: a, after: b, ref }, { kind: 'commits', base: a, head: b, branch: 'work/x' }],
  ['push', { before: a, after: b, ref: 'refs/tags/v1' }, { kind: 'commits', base: a, head: b }],
  ['push', { before: 'a'.repeat(64), after: 'b'.repeat(64) }, { kind: 'commits' }],
  ['push', { before: zero, after: b, ref }, { kind: 'new-branch', head: b, branch: 'work/x' }],
  ['push', { before: zero, after: b }, { kind: 'new-branch', head: b }],
  ['push', { before: a, after: zero, deleted: true }, { kind: 'nothing' }],
  ['push', { before: a, after: zero }, { kind: 'nothing' }],
  ['push', { before: '--all', after: b }, { kind: 'unclear' }],
  ['push', {}, { kind: 'unclear' }],
  ['push', null, { kind: 'unclear' }],
  ['push', undefined, { kind: 'unclear' }],
  ['pull_request', { pull_request: 'x' }, { kind: 'unclear' }],
  ['pull_request_target', { pull_request: { base: { sha: a }, head: { sha: b } } }, { kind: 'tree' }],
  ['schedule', {}, { kind: 'tree', why: 'the event schedule has no commits of its own' }],
  ['workflow_dispatch', {}, { kind: 'tree' }],
])('%s %j', (name, payload, expected) => {
  expect(eventRange(name, payload)).toMatchObject(expected);
});
