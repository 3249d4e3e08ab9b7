import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { github } from '../../rules/github.ts';

const top = fileURLToPath(new URL('../..', import.meta.url));
const [{ secret }] = (github[0] as (typeof github)[number]).examples().leaks;
let folder = '';
let project = '';

const run = (command: string, args: readonly string[], cwd: string) =>
  spawnSync(command, args, {
    cwd,
    encoding: 'utf8',
    env: { ...process.env, NO_COLOR: '1', npm_config_offline: 'false' },
  });

/** Packs keyscan as npm would publish it, and installs the tarball in a project of its own. */
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'keyscan-packed-'));
  const packed = run('npm', ['pack', '--silent', '--pack-destination', folder], top);
  expect(packed.status).toBe(0);
  const [tarball = ''] = readdirSync(folder).filter((name) => name.endsWith('.tgz'));
  project = join(folder, 'project');
  mkdirSync(join(project, 'deep/er'), { recursive: true });
  writeFileSync(join(project, 'package.json'), '{ "name": "other", "private": true, "type": "module" }');
  const installed = run('npm', ['install', '--silent', '--no-audit', '--no-fund', join(folder, tarball)], project);
  expect(installed.stderr).not.toMatch(/install script/i);
  expect(installed.status).toBe(0);
}, 180_000);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('the installed package scans, from a sub-folder too, and passes its exit code on', () => {
  expect(run('npx', ['keyscan', '.'], project).status).toBe(0);
  writeFileSync(join(project, 'deep/er/config.js'), `export const token = '${secret}';\n`);
  for (const cwd of [project, join(project, 'deep')]) {
    const { status, stdout } = run('npx', ['keyscan', '.'], cwd);
    expect(stdout).toContain('GitHub personal access token');
    expect(stdout).not.toContain(secret);
    expect(status).toBe(1);
  }
});

test('the program is a file that can be run, and holds no test', () => {
  const installed = join(project, 'node_modules/@keyscan/cli');
  expect(statSync(join(installed, 'bin/keyscan.cjs')).mode & 0o777).toBe(0o755);
  expect(readdirSync(installed).sort()).toEqual([
    'CHANGELOG.md',
    'LICENSE',
    'README.md',
    'bin',
    'dist',
    'package.json',
    'schema',
  ]);
});

test('the library scans for another program', () => {
  const script = `import { scan } from '@keyscan/cli';
    for await (const found of scan({ paths: ['deep'] })) console.log(found.kind, found.ruleId, found.file, found.start.line);`;
  const { stdout, stderr } = run('node', ['--input-type=module', '-e', script], project);
  expect(stderr).toBe('');
  expect(stdout).toBe('finding github-classic-token deep/er/config.js 1\n');
});
