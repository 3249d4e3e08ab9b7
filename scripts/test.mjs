// `npm test`: installs and builds what is missing, then runs all tests. Arguments go to the test runner.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureBuilt, ensureInstalled, top } from './lib/ensure.mjs';

ensureInstalled();
ensureInstalled('test');
ensureBuilt();
const folder = mkdtempSync(join(tmpdir(), 'keyscan-test-'));
const result = join(folder, 'result.json');
const { status } = spawnSync(
  process.execPath,
  [
    'test/node_modules/vitest/vitest.mjs',
    'run',
    '--config',
    'test/vitest.config.ts',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${result}`,
    ...process.argv.slice(2),
  ],
  { cwd: top, stdio: 'inherit' },
);
let failed = status !== 0;
try {
  const { numPassedTests, numFailedTests, numTotalTests } = JSON.parse(readFileSync(result, 'utf8'));
  process.stdout.write(`tests: ${numPassedTests} passed, ${numFailedTests} failed\n`);
  failed ||= numTotalTests === 0;
} catch {
  process.stderr.write('The test runner left no result.\n');
  failed = true;
}
rmSync(folder, { recursive: true, force: true });
process.exitCode = failed ? 1 : 0;
