import { expect, test } from 'vitest';
import { scanReport } from '../../src/index.ts';
import { render } from '../../src/report/index.ts';
import { b62, fake } from '../../src/rule-kit/index.ts';
import { TestRepository } from '../support/git.ts';
import { plainly } from '../support/report.ts';

const [one, two, three] = [fake(b62, 30, 1), fake(b62, 30, 2), fake(b62, 30, 3)] as [string, string, string];
const options = { config: false, jobs: 1 } as const;

function monorepo(): TestRepository {
  const repository = TestRepository.create({ '.gitignore': '.env*\ndist\n' });
  repository.write({
    '.env.local': `ACME_ONE=${one}\nDEBUG=true\nPORT=3000\n`,
    'packages/api/.env': `ACME_TWO=${two}\n`,
    'web/.env': `ACME_THREE=${three}\n`,
    'dist/app.js': `a("${one}");b("${two.slice(0, 9)}"+"${two.slice(9)}")`,
    'notes/a.txt': `seen: ${three}\n`,
  });
  return repository;
}

test('values of every package are searched for, and the summary says how many', async () => {
  const report = await scanReport({ cwd: monorepo().folder, ...options });
  expect(report.findings.map(({ file, title }) => `${file}: ${title}`)).toEqual([
    'notes/a.txt: The value of `ACME_THREE` from web/.env',
  ]);
  expect(render('text', report, plainly({}))).toContain(
    'Searched for 3 values of .env.local, packages/api/.env, web/.env; 2 left out: short, public or easily guessed.',
  );
});

test('in built output as well', async () => {
  const report = await scanReport({ cwd: monorepo().folder, paths: ['dist'], ...options });
  expect(report.findings.map(({ title, exposure }) => `${title}: ${exposure.kind}`)).toEqual([
    'The value of `ACME_ONE` from .env.local: unknown',
    'The value of `ACME_TWO` from packages/api/.env: unknown',
  ]);
});

test('in what is staged', async () => {
  const repository = monorepo();
  repository.git('add', '-A');
  const report = await scanReport({ cwd: repository.folder, staged: true, ...options });
  expect(report.findings.map(({ file, ruleId }) => `${file}: ${ruleId}`)).toEqual(['notes/a.txt: own-secret-value']);
});

test('not where the rule is off, nor where others alone are asked for', async () => {
  const { folder } = monorepo();
  for (const more of [{ disable: ['own-secret-value'] }, { rules: ['github-classic-token'] }])
    expect((await scanReport({ cwd: folder, ...options, ...more })).findings).toEqual([]);
  expect((await scanReport({ cwd: folder, ...options, rules: ['own-secret-value'] })).findings).toHaveLength(1);
});
