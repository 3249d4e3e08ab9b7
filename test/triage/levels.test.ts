import { expect, test } from 'vitest';
import { fails, overrideFor } from '../../src/triage/index.ts';

test.each([
  ['critical', 'low', true],
  ['low', 'low', true],
  ['note', 'low', false],
  ['low', 'high', false],
  ['critical', 'none', false],
] as const)('severity %s with fail-on %s: %s', (severity, failOn, expected) => {
  expect(fails({ severity }, failOn)).toBe(expected);
});

test('a path has the last override that matches', () => {
  const tests = { paths: ['test/**'], severity: 'low' } as const;
  const keys = { paths: ['test/keys/**'], disable: ['acme-token'] };
  const at = overrideFor([tests, keys]);
  expect(at('test/a.ts')).toBe(tests);
  expect(at('test/keys/a.ts')).toBe(keys);
  expect(at('src/a.ts')).toBeUndefined();
  expect(overrideFor([])('test/a.ts')).toBeUndefined();
});
