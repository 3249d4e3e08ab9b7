import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'keyscan-new-rule-'));
  cpSync(fileURLToPath(new URL('../../scripts', import.meta.url)), join(folder, 'scripts'), { recursive: true });
  mkdirSync(join(folder, 'rules'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const newRule = (...names: string[]) =>
  spawnSync(process.execPath, [join(folder, 'scripts/new-rule.mjs'), ...names], { encoding: 'utf8' });

test('a new rule stands in a file of its vendor and in the index, and its examples match nothing yet', () => {
  const { status, stdout } = newRule('acme-cloud');
  expect(status).toBe(0);
  expect(stdout).toContain('npm run check:patterns');
  const written = readFileSync(join(folder, 'rules/acme-cloud.ts'), 'utf8');
  expect(written).toContain('export const acmeCloud = [');
  // The body of the example has no characters, that of the pattern has 32.
  expect(written).toContain('fake(b62, 0, seed)');
  expect(written).toContain('run(b62, 32)');
  expect(readFileSync(join(folder, 'rules/index.ts'), 'utf8')).toContain('...acmeCloud,');
});

test.each([
  [[], 'name one vendor'],
  [['acme', 'globex'], 'name one vendor'],
  [['Acme'], 'kebab-case'],
  [['../acme'], 'kebab-case'],
  [['index'], 'no name for a vendor'],
  [['acme-cloud'], 'exists'],
])('%j is refused with one line', (names, problem) => {
  const { status, stdout, stderr } = newRule(...names);
  expect(status).toBe(2);
  expect(stdout).toBe('');
  expect(stderr).toMatch(/^new-rule: .*\n$/);
  expect(stderr).toContain(problem);
});
