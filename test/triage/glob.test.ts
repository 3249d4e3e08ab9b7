import { expect, test } from 'vitest';
import { globMatcher } from '../../src/triage/glob.ts';

test.each([
  ['*.ts', 'a.ts', true],
  ['*.ts', 'src/deep/a.ts', true],
  ['*.ts', 'a.tsx', false],
  ['test', 'test/a.ts', true],
  ['test', 'src/test/a.ts', true],
  ['test/', 'test/a.ts', true],
  ['test/', 'test', false],
  ['/test', 'src/test/a.ts', false],
  ['src/*.ts', 'src/a.ts', true],
  ['src/*.ts', 'src/b/a.ts', false],
  ['src/*.ts', 'lib/src/a.ts', false],
  ['./src/*.ts', 'src/a.ts', true],
  ['src/**', 'src/b/a.ts', true],
  ['src/**', 'src', false],
  ['**', 'anything/at/all', true],
  ['**/*.test.ts', 'a.test.ts', true],
  ['**/*.test.ts', 'src/b/a.test.ts', true],
  ['src/**/a.ts', 'src/a.ts', true],
  ['src/**/a.ts', 'src/x/y/a.ts', true],
  ['src/**/a.ts', 'src/x/y/b.ts', false],
  ['*.{ts,tsx}', 'a.tsx', true],
  ['{src,lib}/{a,b}.ts', 'lib/b.ts', true],
  ['{src,lib}/{a,b}.ts', 'lib/c.ts', false],
  ['a{b}.ts', 'a{b}.ts', true],
  ['file?.ts', 'file1.ts', true],
  ['file?.ts', 'file.ts', false],
  ['[a-c].ts', 'b.ts', true],
  ['[!a-c].ts', 'b.ts', false],
  ['[!a-c].ts', 'd.ts', true],
  ['\\*.ts', '*.ts', true],
  ['\\*.ts', 'a.ts', false],
  ['.env*', '.env.local', true],
  ['*', '.hidden/file', true],
])('%s on %s: %s', (glob, path, expected) => {
  expect(globMatcher([glob])(path)).toBe(expected);
});

test('many stars take no time that grows with them', () => {
  const path = `${'a'.repeat(2_000)}/${'a/'.repeat(200)}b`;
  const started = performance.now();
  expect(globMatcher([`${'*a'.repeat(40)}*c`, `${'**/a/'.repeat(40)}**/c`])(path)).toBe(false);
  expect(performance.now() - started).toBeLessThan(1_000);
});

test('choices that multiply are bounded', () => {
  expect(globMatcher(['{a,b}'.repeat(30)])('x')).toBe(false);
});
