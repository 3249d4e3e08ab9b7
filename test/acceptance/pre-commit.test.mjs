// The pre-commit framework (Debian's package) with keyscan as one of its hooks, in a real repository with real commits.
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { github } from '../../rules/github.ts';

const top = fileURLToPath(new URL('../..', import.meta.url));
const [{ secret }] = github[0].examples().leaks;
const folder = mkdtempSync(join(tmpdir(), 'keyscan-pre-commit-'));
const project = join(folder, 'project');

const run = (command, args, cwd = project) =>
  spawnSync(command, args, {
    cwd,
    encoding: 'utf8',
    env: {
      ...process.env,
      NO_COLOR: '1',
      PRE_COMMIT_HOME: join(folder, 'cache'),
      GIT_CONFIG_GLOBAL: '/dev/null',
      GIT_AUTHOR_NAME: 'a',
      GIT_AUTHOR_EMAIL: 'a@example.com',
      GIT_COMMITTER_NAME: 'a',
      GIT_COMMITTER_EMAIL: 'a@example.com',
    },
  });

beforeAll(() => {
  // Without the framework the test says so and fails: .ci/run installs it.
  expect(run('pre-commit', ['--version'], top).status, 'pre-commit is not installed').toBe(0);
  expect(run('npm', ['pack', '--silent', '--pack-destination', folder], top).status).toBe(0);
  const tarball = readdirSync(folder).find((name) => name.endsWith('.tgz'));
  mkdirSync(project);
  writeFileSync(
    join(project, '.pre-commit-config.yaml'),
    `repos:
- repo: local
  hooks:
  - id: keyscan
    name: keyscan
    entry: keyscan --staged
    language: node
    additional_dependencies: ['${join(folder, tarball)}']
    pass_filenames: false
`,
  );
  run('git', ['init', '-q', '-b', 'main']);
  expect(run('pre-commit', ['install']).status).toBe(0);
}, 120_000);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('lets a clean commit through and stops one with a key', () => {
  writeFileSync(join(project, 'a.js'), 'export const port = 3000;\n');
  run('git', ['add', '-A']);
  const clean = run('git', ['commit', '-m', 'clean']);
  expect(clean.stderr + clean.stdout).toMatch(/keyscan\.+Passed/);
  expect(clean.status).toBe(0);

  writeFileSync(join(project, 'b.js'), `export const token = '${secret}';\n`);
  run('git', ['add', '-A']);
  const stopped = run('git', ['commit', '-m', 'leak']);
  const told = stopped.stderr + stopped.stdout;
  expect(stopped.status).not.toBe(0);
  expect(told).toContain('b.js:1:23');
  expect(told).toContain('GitHub personal access token');
  expect(told).not.toContain(secret);
  expect(run('git', ['rev-list', '--count', 'HEAD']).stdout.trim()).toBe('1');
});
