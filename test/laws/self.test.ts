import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { scanReport } from '../../src/index.ts';

const top = fileURLToPath(new URL('../../', import.meta.url));

test('keyscan finds nothing in its own repository, and nothing there is allowed by hand', async () => {
  const tracked = new Set(execFileSync('git', ['ls-files', '-z'], { cwd: top, encoding: 'utf8' }).split('\0'));
  const { findings, suppressed, complete } = await scanReport({ paths: [top], cwd: top, config: false, jobs: 1 });
  const byHand = suppressed.filter(
    ({ suppressed: why }) => why?.reason === 'inline-comment' || why?.reason === 'ignore-entry',
  );
  const found = [...findings, ...byHand]
    .filter(({ file }) => tracked.has(file))
    .map(({ ruleId, file, start }) => `${file}:${start.line}:${start.column} ${ruleId}`);
  expect(found, `make keys at run time with \`fake\`, or narrow the rule:\n${found.join('\n')}`).toEqual([]);
  expect(complete).toBe(true);
});
