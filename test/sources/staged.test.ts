import { chmodSync, existsSync, readFileSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Item, Skip } from '../../src/model/index.ts';
import { SourceError } from '../../src/sources/source-error.ts';
import { type StagedOptions, stagedSource } from '../../src/sources/staged.ts';
import { TestRepository, temporaryFolder, writeFiles } from '../support/git.ts';
import { collect, readAllObjects, text } from './collect.ts';

const open = (cwd: string, options: Partial<StagedOptions> = {}) =>
  stagedSource({ roots: [], cwd, include: [], exclude: [], noIgnore: false, ...options });

/** `path: lines` of every staged content, and `path: reason` of every skip. */
async function staged(cwd: string, options: Partial<StagedOptions> = {}): Promise<string[]> {
  const all = await collect(open(cwd, options));
  return all.map((each) => `${each.path}: ${each.kind === 'skip' ? each.reason : focusOf(each)}`).sort();
}

const focusOf = ({ focus }: Item): string =>
  focus === undefined
    ? 'all'
    : focus.map(({ first, last }) => (first === last ? `${first}` : `${first}-${last}`)).join(',');

const items = (all: readonly (Item | Skip)[]): Item[] => all.filter((each) => each.kind === 'item');

describe('what the next commit adds', () => {
  test('before the first commit it is everything in the index', async () => {
    const repository = TestRepository.create();
    expect(await staged(repository.folder)).toEqual([]);
    repository.stage({ 'a.txt': 'a\n', 'sub/b.txt': 'b\n' });
    repository.write({ 'c.txt': 'c' });
    expect(await staged(repository.folder)).toEqual(['a.txt: all', 'sub/b.txt: all']);
    expect(await staged(repository.path('sub'))).toEqual([`${repository.folder}/a.txt: all`, 'b.txt: all']);
  });

  test('before the first commit of a repository with SHA-256', async () => {
    const folder = temporaryFolder();
    const repository = TestRepository.at(folder);
    repository.git('init', '-q', '--object-format=sha256', '.');
    repository.stage({ 'a.txt': 'a\n' });
    expect(await staged(folder)).toEqual(['a.txt: all']);
    const contents = await readAllObjects(items(await collect(open(folder))));
    expect(contents.map(text)).toEqual(['a\n']);
    repository.commit('first');
    repository.stage({ 'a.txt': 'a\nb\n' });
    expect(await staged(folder)).toEqual(['a.txt: 2']);
  });

  test('is read from the index, not from the disk', async () => {
    const repository = TestRepository.create({ 'a.txt': 'one\ntwo\n' });
    repository.stage({ 'a.txt': 'one\nstaged\ntwo\n' });
    repository.write({ 'a.txt': 'one\nstaged\ntwo\nnot staged\n' });
    const all = items(await collect(open(repository.folder)));
    expect(all).toMatchObject([
      { git: 'staged', provenance: { kind: 'staged', path: 'a.txt' }, focus: [{ first: 2, last: 2 }] },
    ]);
    expect((await readAllObjects(all)).map(text)).toEqual(['one\nstaged\ntwo\n']);
  });

  test('a removal, a mode and an unchanged file add nothing', async () => {
    const repository = TestRepository.create({ 'a.txt': 'one\ntwo\n', 'b.sh': 'b\n', 'c.txt': 'c\n' });
    repository.stage({ 'a.txt': 'one\n' });
    chmodSync(repository.path('b.sh'), 0o755);
    repository.git('add', 'b.sh');
    repository.git('rm', '-q', 'c.txt');
    expect(await staged(repository.folder)).toEqual([]);
  });

  test('a renamed file adds the lines it has now', async () => {
    const old = Array.from({ length: 20 }, (_, index) => `line ${index}\n`).join('');
    const repository = TestRepository.create({ 'a.txt': old, 'same.txt': `${old}same` });
    repository.git('mv', 'a.txt', 'b.txt');
    repository.stage({ 'b.txt': `${old}new\n` });
    repository.git('mv', 'same.txt', 'moved.txt');
    expect(await staged(repository.folder)).toEqual(['b.txt: 21', 'moved.txt: ']);
  });

  test('an intent to add holds no content yet', async () => {
    const repository = TestRepository.create({ 'a.txt': 'a\n' });
    repository.write({ 'b.txt': 'b\n' });
    repository.git('add', '-N', 'b.txt');
    expect(await staged(repository.folder)).toEqual([]);
    repository.git('add', 'b.txt');
    expect(await staged(repository.folder)).toEqual(['b.txt: all']);
  });

  test('links and submodules are counted skips, a link that became a file is new', async () => {
    const library = TestRepository.create({ l: 'l' });
    const repository = TestRepository.create({ 'a.txt': 'a\n' });
    symlinkSync('a.txt', repository.path('link'));
    symlinkSync('a.txt', repository.path('was'));
    repository.git('add', 'was');
    repository.commit('a link');
    rmSync(repository.path('was'));
    repository.stage({ was: 'a.txt' });
    repository.git('add', 'link');
    repository.git('submodule', '--quiet', 'add', library.folder, 'lib');
    expect(await staged(repository.folder)).toEqual([
      '.gitmodules: all',
      'lib: submodule',
      'link: symlink',
      'was: all',
    ]);
  });

  test('UTF-16 counts the lines that reports count', async () => {
    // U+0A0A holds two bytes that look like line ends.
    const encode = (content: string) => Buffer.from(`\ufeff${content}`, 'utf16le');
    const repository = TestRepository.create({ 'a.txt': encode('\u0a0a\none\n') });
    repository.stage({ 'a.txt': encode('\u0a0a\none\ntwo\n') });
    expect(await staged(repository.folder)).toEqual(['a.txt: 3']);
  });

  test('attributes that hide a diff hide nothing', async () => {
    const repository = TestRepository.create({ '.gitattributes': '* -diff -text diff=evil\n', 'a.txt': 'a\n' });
    repository.stage({ 'a.txt': 'a\nb\n' });
    expect(await staged(repository.folder)).toEqual(['a.txt: 2']);
  });

  test('odd names', async () => {
    const repository = TestRepository.create({ 'a\nb "c"': 'a\n' });
    repository.stage({ 'a\nb "c"': 'a\nb\n' });
    expect(await staged(repository.folder)).toEqual(['a\\x0Ab "c": 2']);
  });
});

describe('in a merge', () => {
  const base = Array.from({ length: 9 }, (_, index) => `line ${index}\n`);
  const merging = (): TestRepository => {
    const repository = TestRepository.create({ f: base.join('') });
    repository.git('checkout', '-q', '-b', 'side');
    repository.commit('side', { f: base.with(1, 'side\n').join(''), 'from-side': 's\n' });
    repository.git('checkout', '-q', 'main');
    repository.commit('main', { f: base.with(7, 'main\n').join(''), 'from-main': 'm\n' });
    return repository;
  };

  test('only what no parent has is reported', async () => {
    const repository = merging();
    repository.git('merge', '-q', '--no-commit', 'side');
    expect(await staged(repository.folder)).toEqual([]);
    repository.stage({
      f: base.with(1, 'side\n').with(4, 'evil\n').with(7, 'main\n').join(''),
      'from-side': 's\nmore\n',
      own: 'o\n',
    });
    expect(await staged(repository.folder)).toEqual(['f: 5', 'from-side: 2', 'own: all']);
  });

  test('of three branches too', async () => {
    const repository = merging();
    repository.git('checkout', '-q', '-b', 'third', 'main~1');
    repository.commit('third', { f: base.with(4, 'third\n').join('') });
    repository.git('checkout', '-q', 'main');
    repository.git('merge', '-q', '--no-commit', 'side', 'third');
    expect(await staged(repository.folder)).toEqual([]);
    repository.stage({ f: base.with(1, 'side\n').with(4, 'third\n').with(7, 'main\n').concat('evil\n').join('') });
    expect(await staged(repository.folder)).toEqual(['f: 10']);
  });

  test('a file in conflict is told', async () => {
    const repository = merging();
    repository.commit('conflict', { f: base.with(1, 'other\n').join('') });
    expect(() => repository.git('merge', 'side')).toThrow();
    expect(await staged(repository.folder)).toEqual(['f: special']);
    repository.stage({ f: base.with(1, 'resolved\n').join('') });
    expect(await staged(repository.folder)).toEqual(['f: 2']);
  });
});

describe('limits', () => {
  test('roots, patterns and .keyscanignore', async () => {
    const repository = TestRepository.create({ '.keyscanignore': '*.snap\n' });
    repository.stage({
      'a.ts': 'a\n',
      'a.snap': 's\n',
      'sub/b.ts': 'b\n',
      'sub/c.js': 'c\n',
      'node_modules/p/i.js': 'i\n',
    });
    expect(await staged(repository.folder, { roots: ['sub'] })).toEqual(['sub/b.ts: all', 'sub/c.js: all']);
    expect(await staged(repository.folder, { roots: ['sub/b.ts'] })).toEqual(['sub/b.ts: all']);
    expect(await staged(repository.folder, { exclude: ['*.js'] })).toEqual([
      'a.snap: ignored',
      'a.ts: all',
      'node_modules/p/i.js: ignored',
      'sub/b.ts: all',
      'sub/c.js: ignored',
    ]);
    await expect(staged(repository.folder, { include: ['*.rb'] })).rejects.toThrow(
      'the pattern *.rb selects no staged file',
    );
  });

  test('it needs a work tree', () => {
    const folder = temporaryFolder();
    const repository = TestRepository.create({ a: 'a' });
    expect(() => open(folder)).toThrow(
      new SourceError('not-a-repository', '. is not in a git work tree: --staged needs one'),
    );
    writeFiles(folder, { x: 'x' });
    expect(() => open(repository.folder, { roots: ['a', join(folder, 'x')] })).toThrow(
      'is not in the same git work tree',
    );
  });
});

describe('in a real hook', () => {
  const program = new URL('./staged-in-hook.mjs', import.meta.url).pathname;

  async function withHook(repository: TestRepository, ...args: string[]): Promise<string> {
    const { build } = await import('esbuild');
    const folder = temporaryFolder();
    const outfile = join(folder, 'program.cjs');
    await build({ entryPoints: [program], outfile, bundle: true, platform: 'node', format: 'cjs' });
    const words = [process.execPath, outfile, ...args].map((word) => `"${word}"`).join(' ');
    repository.hook('pre-commit', `${words} >> "${folder}/out" 2>&1`);
    return join(folder, 'out');
  }
  const said = (out: string): string[] => (existsSync(out) ? readFileSync(out, 'utf8').trim().split('\n').sort() : []);
  const commit = (repository: TestRepository, ...args: string[]) =>
    repository.git('commit', '-q', '-m', 'next', ...args);

  test('commit, commit -a and commit PATH show the index that git makes for them', async () => {
    const repository = TestRepository.create({ 'a.txt': 'a\n', 'b.txt': 'b\n', 'c.txt': 'c\n' });
    const out = await withHook(repository);
    repository.stage({ 'a.txt': 'a\nstaged\n' });
    repository.write({ 'b.txt': 'b\nonly with -a\n', 'c.txt': 'c\nonly by path\n' });
    commit(repository);
    expect(said(out)).toEqual(['a.txt: 2']);
    rmSync(out);
    repository.stage({ 'a.txt': 'a\nstaged\nagain\n' });
    commit(repository, 'c.txt');
    expect(said(out)).toEqual(['c.txt: 2']);
    rmSync(out);
    commit(repository, '-a');
    expect(said(out)).toEqual(['a.txt: 3', 'b.txt: 2']);
  });

  test('in a linked work tree', async () => {
    const repository = TestRepository.create({ 'a.txt': 'a\n' });
    const out = await withHook(repository);
    const folder = join(temporaryFolder(), 'linked');
    repository.git('worktree', 'add', '-q', '-b', 'other', folder);
    const linked = TestRepository.at(folder);
    linked.stage({ 'a.txt': 'a\nlinked\n' });
    commit(linked);
    expect(said(out)).toEqual(['a.txt: 2']);
    rmSync(out);
    linked.write({ 'a.txt': 'a\nlinked\nwith -a\n' });
    commit(linked, '-a');
    expect(said(out)).toEqual(['a.txt: 3']);
  });

  test('amending shows what is added to the commit that is amended', async () => {
    const repository = TestRepository.create({ 'a.txt': 'a\n' });
    const out = await withHook(repository);
    repository.stage({ 'a.txt': 'a\nb\n' });
    commit(repository, '--amend');
    expect(said(out)).toEqual(['a.txt: 2']);
  });

  test('the repository that the hook runs in is not mistaken for another one', async () => {
    const other = TestRepository.create({ 'x.txt': 'x\n' });
    other.stage({ 'x.txt': 'x\nother\n' });
    const repository = TestRepository.create({ 'a.txt': 'a\n' });
    const out = await withHook(repository, other.folder);
    repository.write({ 'a.txt': 'a\nb\n' });
    commit(repository, '-a');
    expect(said(out)).toEqual([`${other.folder}/x.txt: 2`]);
  });
});

describe('what is broken is told', () => {
  test('a corrupt index', async () => {
    const repository = TestRepository.create({ 'a.txt': 'a\n' });
    writeFileSync(repository.path('.git/index'), 'broken');
    expect(await staged(repository.folder)).toEqual(['.: git-failed']);
  });

  test('a missing object', async () => {
    const repository = TestRepository.create({ 'a.txt': 'a\n', 'b.txt': 'b\n' });
    repository.stage({ 'a.txt': 'a\nnew\n', 'b.txt': 'b\nnew\n' });
    const id = repository.git('rev-parse', ':a.txt');
    const old = repository.git('rev-parse', 'HEAD:b.txt');
    for (const each of [id, old]) {
      const file = repository.path(`.git/objects/${each.slice(0, 2)}/${each.slice(2)}`);
      renameSync(file, `${file}.gone`);
    }
    const all = items(await collect(open(repository.folder)));
    // Without the old content all lines count as added.
    expect(all.map((item) => `${item.path}: ${focusOf(item)}`)).toEqual(['a.txt: all', 'b.txt: all']);
    expect(await readAllObjects(all)).toMatchObject([
      { kind: 'skip', path: 'a.txt', reason: 'missing-object' },
      { kind: 'blob', whole: true },
    ]);
  });

  test('a broken object', async () => {
    const repository = TestRepository.create({ 'a.txt': 'a\n' });
    repository.stage({ 'b.txt': 'b\n', 'c.txt': 'c\n' });
    const id = repository.git('rev-parse', ':b.txt');
    const file = repository.path(`.git/objects/${id.slice(0, 2)}/${id.slice(2)}`);
    chmodSync(file, 0o644);
    writeFileSync(file, 'broken');
    const read = await readAllObjects(items(await collect(open(repository.folder))));
    expect(read[0]).toMatchObject({ kind: 'skip', path: 'b.txt' });
    expect(['missing-object', 'broken-object', 'git-failed']).toContain(read[0]?.kind === 'skip' && read[0].reason);
    expect(read).toHaveLength(2);
  });
});
