import { expect, test } from 'vitest';
import { scanReport } from '../../src/index.ts';
import { temporaryFolder, writeFiles } from '../support/git.ts';
import { designs } from './designs.ts';

/** Leaks without a key: each project has some, and twins that are fine. */
test.each(Object.entries(designs))('%s', async (_, { files, found }) => {
  const folder = temporaryFolder();
  writeFiles(folder, Object.fromEntries(Object.entries(files).map(([path, text]) => [path, text.replaceAll('~', '')])));
  const { findings } = await scanReport({ paths: [folder], cwd: folder, config: false, jobs: 1, severity: 'note' });
  const said = findings.map(({ file, start, ruleId, exposure }) => {
    const place = `${file}:${start.line} ${ruleId}`;
    return found.includes(`${place} *`) ? `${place} *` : `${place} ${exposure.kind}`;
  });
  expect(said.sort()).toEqual([...found].sort());
});
