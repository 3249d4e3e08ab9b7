import { describe, expect, test } from 'vitest';
import { allows, inlineAllowance } from '../../src/triage/index.ts';

describe('on the line itself', () => {
  test.each([
    ['const a = 1; // keyscan:allow', {}],
    ['const a = 1; // keyscan:allow -- made up for the test', { reason: 'made up for the test' }],
    ['a: 1 # keyscan:allow acme-token', { rules: ['acme-token'] }],
    [
      'a /* keyscan:allow acme-token, other -- said -- twice */',
      { rules: ['acme-token', 'other'], reason: 'said -- twice' },
    ],
    [
      '<b> <!-- keyscan:allow acme-token -- shown on purpose -->',
      { rules: ['acme-token'], reason: 'shown on purpose' },
    ],
    ['<b> <!-- keyscan:allow -->', {}],
    ['{/* keyscan:allow -- x */}', { reason: 'x' }],
    ['a # gitleaks:allow', { reason: 'gitleaks:allow' }],
    ['a # betterleaks:allow', { reason: 'betterleaks:allow' }],
    ['a # trufflehog:ignore', { reason: 'trufflehog:ignore' }],
    ['a # kingfisher:ignore', { reason: 'kingfisher:ignore' }],
    ['a # pragma: allowlist secret', { reason: 'pragma: allowlist secret' }],
    ['a // secretlint-disable-line', { reason: 'secretlint-disable-line' }],
  ])('%s', (line, expected) => {
    expect(inlineAllowance(line, '')).toEqual(expected);
  });
  test.each([
    'const allow = ignore',
    'a // keyscan:allowed',
    'a // not-keyscan:allow',
    'a # pragma: allowlist nextline secret',
    'a // secretlint-disable-next-line',
    `keyscan:allow ${'x'.repeat(3_000)}`,
  ])('not: %s', (line) => {
    expect(inlineAllowance(line, '')).toBeUndefined();
  });
});

describe('on the line before', () => {
  test.each([
    ['// keyscan:allow acme-token -- reason', { rules: ['acme-token'], reason: 'reason' }],
    ['  # keyscan:allow', {}],
    ['<!-- keyscan:allow -- shown -->', { reason: 'shown' }],
    ['-- keyscan:allow', {}],
    ['"//": "keyscan:allow acme-token -- a note in JSON",', { rules: ['acme-token'], reason: 'a note in JSON' }],
    ['# kingfisher:ignore', { reason: 'kingfisher:ignore' }],
    ['# pragma: allowlist nextline secret', { reason: 'pragma: allowlist nextline secret' }],
    ['// secretlint-disable-next-line @secretlint/some-rule', { reason: 'secretlint-disable-next-line' }],
  ])('%s', (before, expected) => {
    expect(inlineAllowance('const a = 1;', before)).toEqual(expected);
  });
  test.each([
    '# gitleaks:allow',
    '# pragma: allowlist secret',
    '// secretlint-disable-line',
    'const other = 2; // keyscan:allow',
  ])('not: %s', (before) => {
    expect(inlineAllowance('const a = 1;', before)).toBeUndefined();
  });
});

test('an allowance for named rules is for no other', () => {
  expect(allows({ rules: ['a', 'b'] }, 'b')).toBe(true);
  expect(allows({ rules: ['former'] }, 'present', 'former')).toBe(true);
  expect(allows({ rules: ['a'] }, 'c')).toBe(false);
  expect(allows({}, 'c')).toBe(true);
});
