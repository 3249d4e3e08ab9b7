import { execFileSync } from 'node:child_process';
import { describe, expect, test } from 'vitest';
import { copiesOf } from '../../../src/exposure/docker/dockerfile.ts';
import { dockerIgnores, patternOf } from '../../../src/exposure/docker/dockerignore.ts';
import { publishSource } from '../../../src/sources/publish/publish-source.ts';
import { temporaryFolder, writeFiles } from '../../support/git.ts';
import { list, pathsOf } from '../collect.ts';

const publish = async (folder: string, as: 'package' | 'image' = 'package', roots: string[] = []) =>
  pathsOf(await list(publishSource({ roots, cwd: folder, as })));

/** What npm itself says it would pack. */
function packedByNpm(folder: string): string[] {
  const elsewhere = temporaryFolder();
  const printed = execFileSync('npm', ['pack', '--dry-run', '--json', '--ignore-scripts', '--offline'], {
    cwd: folder,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
    env: { PATH: process.env['PATH'], HOME: elsewhere, npm_config_cache: `${elsewhere}/.cache` },
  });
  const [{ files }] = JSON.parse(printed) as [{ files: { path: string }[] }];
  return files.map(({ path }) => path).sort();
}

const common = {
  'index.js': 'a',
  'lib/a.js': 'a',
  'lib/a.js.map': '{}',
  'lib/.env': 'A=1',
  '.env': 'A=1',
  '.npmrc': 'a=b',
  'test/a.test.js': 'a',
  'secret.pem': 'x',
  'package-lock.json': '{}',
  'README.md': '#',
};
const manifest = (more: object) => JSON.stringify({ name: 'a', version: '1.0.0', ...more });

describe('a package of npm', () => {
  test.each([
    ['without rules', { 'package.json': manifest({}) }],
    ['with files', { 'package.json': manifest({ files: ['lib'], main: 'index.js' }) }],
    ['with .npmignore', { 'package.json': manifest({ bin: './lib/a.js' }), '.npmignore': 'test\n*.pem\n' }],
    ['with a program', { 'package.json': manifest({ files: ['index.js'], bin: { a: './lib/a.js' } }) }],
    ['with .gitignore only', { 'package.json': manifest({}), '.gitignore': '.env\n' }],
    [
      'with bundled packages',
      {
        'package.json': manifest({ files: ['index.js'], dependencies: { b: '1' }, bundledDependencies: ['b'] }),
        'node_modules/b/package.json': JSON.stringify({ name: 'b', version: '1.0.0', dependencies: { c: '1' } }),
        'node_modules/b/index.js': 'b',
        'node_modules/c/package.json': JSON.stringify({ name: 'c', version: '1.0.0' }),
        'node_modules/c/.env': 'A=1',
        'node_modules/d/package.json': JSON.stringify({ name: 'd', version: '1.0.0' }),
      },
    ],
  ])('%s is what npm packs', async (_, files) => {
    const folder = temporaryFolder();
    writeFiles(folder, { ...common, ...files });
    const found = await publish(folder);
    expect(found).toEqual(packedByNpm(folder));
    expect(found.length).toBeGreaterThan(2);
  });

  test('is what the package manager of the project packs', async () => {
    const folder = temporaryFolder();
    const base = { ...common, 'lib/a.js.orig': 'x', 'CHANGELOG.md': '#', '.github/a.yml': 'a', 'lib/.npmrc': 'x' };
    const { 'package-lock.json': _, ...files } = base;
    writeFiles(folder, { ...files, 'package.json': manifest({ packageManager: 'yarn@4.5.0', files: ['lib'] }) });
    expect(await publish(folder)).toEqual([
      'CHANGELOG.md',
      'README.md',
      'lib/.env',
      'lib/.npmrc',
      'lib/a.js',
      'lib/a.js.map',
      'lib/a.js.orig',
      'package.json',
    ]);
    writeFiles(folder, { 'package.json': manifest({}), '.yarnrc.yml': 'a: b', '.npmignore': 'lib\n' });
    expect(await publish(folder)).toEqual([
      '.env',
      '.npmrc',
      'CHANGELOG.md',
      'README.md',
      'index.js',
      'package.json',
      'secret.pem',
      'test/a.test.js',
    ]);
    const other = temporaryFolder();
    const publishConfig = { directory: 'lib', main: 'index.js' };
    const text = manifest({ packageManager: 'pnpm@10.0.0', publishConfig });
    writeFiles(other, { ...files, 'package.json': text, 'lib/package.json': manifest({}) });
    expect(await publish(other)).toEqual(['lib/.env', 'lib/a.js', 'lib/a.js.map', 'lib/package.json']);
  });

  test('may be packed already, or lie in a folder of packed ones', async () => {
    const folder = temporaryFolder();
    writeFiles(folder, { 'out/a-1.0.0.tgz': 'x', 'out/b.tgz': 'x', 'out/notes.txt': 'x', 'empty/x.txt': 'x' });
    expect(await publish(folder, 'package', ['out'])).toEqual(['out/a-1.0.0.tgz named', 'out/b.tgz named']);
    expect(await publish(folder, 'package', ['out/b.tgz'])).toEqual(['out/b.tgz named']);
    await expect(publish(folder, 'package', ['empty'])).rejects.toThrow('neither a package.json nor a packed package');
  });

  test('with a manifest that is none is an error', async () => {
    const folder = temporaryFolder();
    for (const text of ['{', '[]', '"a"']) {
      writeFiles(folder, { 'package.json': text });
      await expect(publish(folder)).rejects.toThrow('package.json is no JSON object');
    }
    writeFiles(folder, {
      'package.json': '{"files":[1,{}],"bin":3,"main":[],"bundledDependencies":["../../x",4]}',
      'a.js': '',
    });
    expect(await publish(folder)).toEqual(['package.json']);
  });
});

describe('an image', () => {
  test('holds what is copied and not ignored, and what its file says', async () => {
    const folder = temporaryFolder();
    writeFiles(folder, {
      Dockerfile:
        'FROM node AS build\nCOPY package*.json ./\nCOPY --chown=a:b src \\\n  # note\n  ./src\nCOPY --from=build /x /y\nENV A=1\n',
      '.dockerignore': 'src/ignored\n**/*.log\n!src/keep.log\n',
      'package.json': '{}',
      'package-lock.json': '{}',
      'src/a.js': '',
      'src/.env': '',
      'src/ignored/b.js': '',
      'src/x.log': '',
      'src/keep.log': '',
      '.env': '',
    });
    expect(await publish(folder, 'image')).toEqual([
      'Dockerfile',
      'package-lock.json',
      'package.json',
      'src/.env',
      'src/a.js',
      'src/keep.log',
    ]);
  });

  test('without a Dockerfile may hold all that is sent', async () => {
    const folder = temporaryFolder();
    writeFiles(folder, { '.dockerignore': 'b', 'a/.env': '', 'b/c': '' });
    expect(await publish(folder, 'image')).toEqual(['.dockerignore', 'a/.env']);
  });

  test.each([
    ['COPY a b ./', ['a', 'b']],
    ['add ["a b", "/x"]', ['a b']],
    ['ONBUILD COPY . /app', ['.']],
    ['ADD https://x/y.tgz z /app', ['z']],
    ['COPY --from=0 a b', undefined],
    ['COPY <<EOF /x', undefined],
    ['COPY ["a"', undefined],
    ['# COPY a b', undefined],
    ['RUN <<EOF\nCOPY a b\nEOF', undefined],
    ['RUN COPY a b', undefined],
  ])('%s', (text, sources) => {
    expect(copiesOf(text)[0]?.sources).toEqual(sources);
  });

  test('patterns mean what they mean to docker', () => {
    const yes = (pattern: string, path: string) => expect(patternOf(pattern)(path), `${pattern} ${path}`).toBe(true);
    const no = (pattern: string, path: string) => expect(patternOf(pattern)(path), `${pattern} ${path}`).toBe(false);
    yes('*.md', 'a.md');
    no('*.md', 'b/a.md');
    yes('**/*.md', 'b/c/a.md');
    yes('**/*.md', 'a.md');
    yes('a/**/b', 'a/b');
    yes('a/**', 'a/b/c');
    no('a/**', 'a');
    yes('/a', 'a/b');
    yes('./a/', 'a/b');
    yes('a?c', 'abc');
    no('a?c', 'a/c');
    yes('[ab].txt', 'b.txt');
    no('a', 'ab');
    yes('.', 'anything/at/all');
    const ignored = dockerIgnores('*\n!src\nsrc/x');
    expect(['a', 'src/a', 'src/x'].map(ignored)).toEqual([true, false, true]);
  });
});
