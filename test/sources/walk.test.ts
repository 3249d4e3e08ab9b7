import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ignorePatterns } from '../../src/sources/ignore-patterns.ts';
import { TestRepository, temporaryFolder, writeFiles } from '../support/git.ts';
import { listFiles, pathsOf } from './collect.ts';

const folderWith = (files: Readonly<Record<string, string>>): string => {
  const folder = temporaryFolder();
  writeFiles(folder, files);
  return folder;
};

describe('a folder outside git', () => {
  test('is listed whole, hidden files too, without VCS folders and node_modules', async () => {
    const folder = folderWith({
      'a.txt': 'a',
      '.hidden/.b': 'b',
      'dist/c.js': 'c',
      '.git/config': 'not a repository',
      '.svn/d': 'd',
      'x/node_modules/p/i.js': 'i',
    });
    expect(await listFiles(folder)).toEqual({
      files: ['none .hidden/.b', 'none a.txt', 'none dist/c.js'],
      skips: ['ignored .git', 'ignored .svn', 'ignored x/node_modules'],
    });
    expect(pathsOf(await listFiles(folder, ['x/node_modules']))).toEqual(['x/node_modules/p/i.js']);
    expect(pathsOf(await listFiles(folder, [], { noIgnore: true }))).toContain('x/node_modules/p/i.js');
  });

  test('honours nested .gitignore and .ignore files, which are counted and can be switched off', async () => {
    const folder = folderWith({
      '.gitignore': '*.log\nbuild/\n/top.txt\n',
      '.ignore': '!kept.log\nalso.txt\n',
      'a.log': 'a',
      'kept.log': 'k',
      'also.txt': 'a',
      'top.txt': 't',
      'sub/top.txt': 't',
      'build/x': 'x',
      'sub/.gitignore': '!a.log\nlocal\n',
      'sub/a.log': 'a',
      'sub/local/x': 'x',
      'local/x': 'x',
    });
    expect(await listFiles(folder)).toEqual({
      files: [
        'none .gitignore',
        'none .ignore',
        'none kept.log',
        'none local/x',
        'none sub/.gitignore',
        'none sub/a.log',
        'none sub/top.txt',
      ],
      skips: ['ignored a.log', 'ignored also.txt', 'ignored build', 'ignored sub/local', 'ignored top.txt'],
    });
    expect((await listFiles(folder, [], { noIgnore: true })).files).toHaveLength(12);
  });

  test('is listed from a single file, several roots and one within another', async () => {
    const folder = folderWith({ 'a.txt': 'a', 'sub/b.txt': 'b', 'sub/deep/c.txt': 'c' });
    expect((await listFiles(folder, ['a.txt'])).files).toEqual(['none a.txt named']);
    expect((await listFiles(folder, ['sub/deep', 'sub', 'sub/b.txt'])).files).toEqual([
      'none sub/b.txt',
      'none sub/deep/c.txt',
    ]);
    expect(pathsOf(await listFiles(join(folder, 'sub/deep'), ['..']))).toEqual([join(folder, 'sub/b.txt'), 'c.txt']);
  });

  test('may be very deep', async () => {
    const folder = temporaryFolder();
    const deep = Array.from({ length: 400 }, () => 'd').join('/');
    mkdirSync(join(folder, deep), { recursive: true });
    writeFiles(join(folder, deep), { 'a.txt': 'a' });
    expect(pathsOf(await listFiles(folder))).toEqual([`${deep}/a.txt`]);
  });
});

describe('ignore files mean what they mean to git', () => {
  const name = fc.constantFrom('a', 'b', 'ab', 'a.b', '.a');
  const pattern = fc.constantFrom(
    ...[
      'a',
      'b',
      '*',
      '!a',
      '!b',
      'a/',
      '!a/',
      '/a',
      '/b/',
      'a/b',
      '/a/b',
      '*.b',
      '!*.b',
      '**/b',
      'a/**',
      '!a/**',
      'a/**/b',
      '[ab]',
      '?',
      'a*',
      '#a',
      '\\!a',
      'a ',
      '',
      '.*',
      'b/*',
      '!b/ab',
    ],
  );
  const file = fc.array(name, { minLength: 1, maxLength: 4 }).map((parts) => parts.join('/'));
  const ignoreFile = fc.array(pattern, { maxLength: 5 }).map((lines) => lines.join('\n'));
  const tree = fc.record({
    files: fc.uniqueArray(file, { maxLength: 12 }),
    ignores: fc.dictionary(fc.constantFrom('', 'a/', 'b/', 'a/b/', 'ab/'), ignoreFile, { maxKeys: 3 }),
  });

  test('in any tree', async () => {
    await fc.assert(
      fc.asyncProperty(tree, async ({ files, ignores }) => {
        const plain = temporaryFolder();
        const repository = TestRepository.create();
        // A path that is a file cannot be a folder too.
        const fitting = files.filter((one) => !files.some((other) => other.startsWith(`${one}/`)));
        for (const folder of [plain, repository.folder]) {
          writeFiles(folder, Object.fromEntries(fitting.map((path) => [path, path])));
          for (const [where, text] of Object.entries(ignores)) {
            const inFile = fitting.some((path) => where === `${path}/` || where.startsWith(`${path}/`));
            if (!inFile) writeFiles(folder, { [`${where}.gitignore`]: text });
          }
        }
        expect(pathsOf(await listFiles(plain))).toEqual(pathsOf(await listFiles(repository.folder)));
      }),
      { numRuns: 60 },
    );
  });

  test('and one made to be slow is left out', () => {
    const hostile = [`${'*a'.repeat(30)}b`, `${'**/'.repeat(30)}b`, `${'a'.repeat(2000)}`];
    const patterns = ignorePatterns([...hostile, 'kept']);
    const started = performance.now();
    expect(patterns.says(`${'a'.repeat(250)}c`)).toBeUndefined();
    expect(patterns.says(`${'a/'.repeat(100)}c`)).toBeUndefined();
    expect(patterns.says('kept')).toBe('ignored');
    expect(performance.now() - started).toBeLessThan(1000);
  });

  test('and the slowest that are let in are quick enough', () => {
    const patterns = ignorePatterns(['*a*a*b', '**/*a*a*a/**/*a*b*c/**/x/**']);
    const started = performance.now();
    patterns.says(`${'a'.repeat(250)}c`);
    patterns.says(`${`${'a'.repeat(30)}/`.repeat(30)}c`);
    expect(performance.now() - started).toBeLessThan(1000);
  });
});
