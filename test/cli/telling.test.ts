import { expect, test } from 'vitest';
import { wantsColour } from '../../src/cli/colour.ts';
import { exitCodeOf } from '../../src/cli/exit-code.ts';
import { tellError, WriteError } from '../../src/cli/tell-error.ts';
import { UsageError } from '../../src/config/usage-error.ts';
import type { Finding } from '../../src/model/index.ts';
import { b62, fake } from '../../src/rule-kit/index.ts';
import { SourceError } from '../../src/sources/source-error.ts';

const terminal = { isTTY: true };
const pipe = {};

test.each([
  [pipe, 'auto', {}, false],
  [terminal, 'auto', {}, true],
  [terminal, 'never', { FORCE_COLOR: '1' }, false],
  [pipe, 'always', { NO_COLOR: '1' }, true],
  [terminal, 'auto', { NO_COLOR: '1' }, false],
  [terminal, 'auto', { NO_COLOR: '' }, true],
  [terminal, 'auto', { NO_COLOR: '1', FORCE_COLOR: '1' }, false],
  [pipe, 'auto', { FORCE_COLOR: '1' }, true],
  [pipe, 'auto', { FORCE_COLOR: 'true' }, true],
  [terminal, 'auto', { FORCE_COLOR: '0' }, false],
  [terminal, 'auto', { FORCE_COLOR: 'false' }, false],
  [terminal, 'auto', { FORCE_COLOR: '' }, true],
  [terminal, 'auto', { TERM: 'dumb' }, false],
  [pipe, 'auto', { CI: '1' }, false],
  [pipe, 'auto', { GITHUB_ACTIONS: 'true' }, true],
] as const)('colours of %j with %s and %j: %s', (stream, when, environment, expected) => {
  expect(wantsColour(stream, when, environment)).toBe(expected);
});

const high = { severity: 'high' } as Finding;
test.each([
  [[], true, 'low', 0],
  [[], false, 'low', 3],
  [[high], true, 'low', 1],
  [[high], false, 'low', 1],
  [[high], true, 'critical', 0],
  [[high], false, 'critical', 3],
  [[high], true, 'none', 0],
  [[high], false, 'none', 3],
] as const)('findings %j, complete %s, fail on %s: %i', (findings, complete, failOn, code) => {
  expect(exitCodeOf({ findings, complete }, failOn)).toBe(code);
});

test.each([
  [new UsageError('one\ntwo'), 'keyscan: one\nkeyscan: two\n', 2],
  [new UsageError('a\x1b[31mb'), 'keyscan: a\\x1b[31mb\n', 2],
  [new SourceError('no-such-path', 'no x'), 'keyscan: no x\n', 2],
  [new SourceError('git-missing', 'git is not installed'), 'keyscan: git is not installed\n', 3],
  [new WriteError('cannot write x'), 'keyscan: cannot write x\n', 3],
  ['a text', 'keyscan: internal error\n', 3],
])('%s is told, and has its code', (error, text, code) => {
  expect(tellError(error)).toEqual({ text, code });
});

test('an error that nobody foresaw is told without its message, and is never 1', () => {
  const secret = fake(b62, 20);
  const { text, code } = tellError(new TypeError(`unexpected ${secret}`));
  expect(text).toMatch(/^keyscan: internal error: TypeError at telling\.test\.ts:\d+:\d+\n$/);
  expect(text).not.toContain(secret);
  expect(code).toBe(3);
  const system = Object.assign(new Error(secret), { code: 'EIO', syscall: 'read' });
  expect(tellError(system).text).toMatch(/^keyscan: internal error: read failed \(EIO\)/);
});
