import { execFileSync } from 'node:child_process';
import { mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { fileSource } from '../../src/sources/files.ts';
import { SourceError } from '../../src/sources/source-error.ts';
import { TestRepository, temporaryFolder, writeFiles } from '../support/git.ts';
import { collect, listFiles, onDisk, pathsOf, readAll } from './collect.ts';

describe('a work tree', () => {
  test('lists tracked files, ignored or not, and untracked ones that are not ignored; hidden ones too', async () => {
    const repository = TestRepository.create({ '.gitignore': '*.log\n', 'a.txt': 'a', 'kept.log': 'k', '.env': 'x' });
    repository.write({ 'new.txt': 'n', 'other.log': 'o', '.hidden/b': 'b' });
    expect(await listFiles(repository.folder)).toEqual({
      files: [
        'tracked .env',
        'tracked .gitignore',
        'tracked a.txt',
        'tracked kept.log',
        'untracked .hidden/b',
        'untracked new.txt',
      ],
      skips: [],
    });
  });

  test('is listed before the first commit', async () => {
    const repository = TestRepository.create();
    repository.write({ 'a.txt': 'a' });
    expect((await listFiles(repository.folder)).files).toEqual(['untracked a.txt']);
  });

  test('honours .git/info/exclude and nested .gitignore files', async () => {
    const repository = TestRepository.create({ 'sub/.gitignore': '*.tmp\n!keep.tmp\n' });
    repository.write({
      '.git/info/exclude': 'secret-plan\n',
      'secret-plan': 's',
      'sub/a.tmp': 'a',
      'sub/keep.tmp': 'k',
      'a.tmp': 'a',
    });
    expect(pathsOf(await listFiles(repository.folder))).toEqual(['sub/.gitignore', 'a.tmp', 'sub/keep.tmp']);
  });

  test('reports paths from the working directory, absolute when outside it, and provenance from the top', async () => {
    const repository = TestRepository.create({ 'a.txt': 'a', 'sub/b.txt': 'b' });
    const cwd = repository.path('sub');
    const items = await collect(
      fileSource({ roots: ['..'], cwd, include: [], exclude: [], noIgnore: false, submodules: false }),
    );
    expect(items.map((item) => item.path).sort()).toEqual([join(repository.folder, 'a.txt'), 'b.txt']);
    expect(items.map((item) => item.kind === 'item' && item.provenance.path).sort()).toEqual(['a.txt', 'sub/b.txt']);
  });

  test('lists a sub-folder, a single file and several overlapping roots, each file once', async () => {
    const repository = TestRepository.create({
      'a.txt': 'a',
      'sub/b.txt': 'b',
      'sub/deep/c.txt': 'c',
      'subway/d.txt': 'd',
    });
    expect(pathsOf(await listFiles(repository.folder, ['sub']))).toEqual(['sub/b.txt', 'sub/deep/c.txt']);
    expect((await listFiles(repository.folder, ['a.txt'])).files).toEqual(['tracked a.txt named']);
    expect((await listFiles(repository.folder, ['sub', 'sub/deep', 'sub/b.txt', '.'])).files).toEqual([
      'tracked a.txt',
      'tracked sub/b.txt named',
      'tracked sub/deep/c.txt',
      'tracked subway/d.txt',
    ]);
  });

  test('takes the names of roots as they are, not as patterns', async () => {
    const repository = TestRepository.create({ '[a].txt': '1', 'a.txt': '2', ':(glob)b': '3', '*/c': '4', 'd/c': '5' });
    expect(pathsOf(await listFiles(repository.folder, ['[a].txt', ':(glob)b', '*']))).toEqual([
      '*/c',
      ':(glob)b named',
      '[a].txt named',
    ]);
  });

  test('lists under more roots than are handed to git', async () => {
    const files = Object.fromEntries(Array.from({ length: 250 }, (_, index) => [`f${index}/x`, `${index}`]));
    const repository = TestRepository.create(files);
    const roots = Object.keys(files).slice(0, 240);
    expect((await listFiles(repository.folder, roots)).files).toHaveLength(240);
  });

  test('lists a root outside the repository beside one in it', async () => {
    const repository = TestRepository.create({ 'a.txt': 'a' });
    const outside = temporaryFolder();
    writeFiles(outside, { 'b.txt': 'b' });
    expect((await listFiles(repository.folder, ['.', outside])).files).toEqual([
      `none ${outside}/b.txt`,
      'tracked a.txt',
    ]);
  });

  test('lists a file in conflict once', async () => {
    const repository = TestRepository.create({ 'a.txt': 'one\n' });
    repository.git('checkout', '-q', '-b', 'side');
    repository.commit('side', { 'a.txt': 'two\n' });
    repository.git('checkout', '-q', 'main');
    repository.commit('main', { 'a.txt': 'three\n' });
    expect(() => repository.git('merge', 'side')).toThrow();
    expect((await listFiles(repository.folder)).files).toEqual(['tracked a.txt']);
  });

  test('works in a linked work tree and leaves one inside to itself', async () => {
    const repository = TestRepository.create({ 'a.txt': 'a' });
    const linked = join(temporaryFolder(), 'linked');
    repository.git('worktree', 'add', '-q', '-b', 'other', linked);
    writeFiles(linked, { 'b.txt': 'b' });
    expect((await listFiles(linked)).files).toEqual(['tracked a.txt', 'untracked b.txt']);
    repository.git('worktree', 'add', '-q', '-b', 'third', '.worktrees/third');
    expect(await listFiles(repository.folder)).toEqual({
      files: ['tracked a.txt'],
      skips: ['ignored .worktrees/third'],
    });
    expect((await listFiles(repository.folder, ['.worktrees/third'])).files).toEqual([
      'tracked .worktrees/third/a.txt',
    ]);
  });

  test('ignores what core.worktree claims', async () => {
    const repository = TestRepository.create({ 'a.txt': 'a' });
    const elsewhere = temporaryFolder();
    writeFiles(elsewhere, { 'b.txt': 'b' });
    repository.git('config', 'core.worktree', elsewhere);
    expect((await listFiles(repository.folder)).files).toEqual(['tracked a.txt']);
  });

  test('has a tracked file that is absent on disk be no gap', async () => {
    const repository = TestRepository.create({ 'a.txt': 'a', 'b.txt': 'b', 'c/d': 'c' });
    rmSync(repository.path('a.txt'));
    rmSync(repository.path('c'), { recursive: true });
    writeFileSync(repository.path('c'), 'a file now');
    const items = await collect(
      fileSource({ roots: [], cwd: repository.folder, include: [], exclude: [], noIgnore: false, submodules: false }),
    );
    const read = items.flatMap((item) => (item.kind === 'item' ? readAll(item) : []));
    expect(read.map((each) => (each.kind === 'blob' ? each.item.path : each.reason)).sort()).toEqual(['b.txt', 'c']);
  });
});

describe('what is named', () => {
  test('is listed although it or its parents are ignored', async () => {
    const repository = TestRepository.create({ '.gitignore': 'dist\n.env\n', 'a.txt': 'a', 'dist/kept.js': 'k' });
    repository.write({ 'dist/out.js': 'o', 'dist/deep/.gitignore': '*\n', 'dist/deep/x.js': 'x', '.env': 'e' });
    expect((await listFiles(repository.folder)).files).toEqual([
      'tracked .gitignore',
      'tracked a.txt',
      'tracked dist/kept.js',
    ]);
    expect((await listFiles(repository.folder, ['dist'])).files).toEqual([
      'ignored dist/deep/.gitignore',
      'ignored dist/deep/x.js',
      'ignored dist/out.js',
      'tracked dist/kept.js',
    ]);
    expect((await listFiles(repository.folder, ['dist/deep'])).files).toHaveLength(2);
    expect((await listFiles(repository.folder, ['.env', 'dist/out.js'])).files).toEqual([
      'ignored .env named',
      'ignored dist/out.js named',
    ]);
  });

  test('is listed although an ignore file in it leaves nothing', async () => {
    const repository = TestRepository.create({ 'a.txt': 'a' });
    repository.write({ 'coverage/.gitignore': '*\n', 'coverage/report.html': 'r' });
    expect((await listFiles(repository.folder)).files).toEqual(['tracked a.txt']);
    expect(pathsOf(await listFiles(repository.folder, ['coverage']))).toEqual([
      'coverage/.gitignore',
      'coverage/report.html',
    ]);
  });

  test('may lie in a folder that is left out by default', async () => {
    const repository = TestRepository.create({ '.gitignore': 'node_modules\n' });
    repository.write({ 'node_modules/p/index.js': 'i', 'node_modules/p/node_modules/q/index.js': 'q' });
    expect((await listFiles(repository.folder, ['.git/config'])).files).toEqual(['none .git/config named']);
    expect(pathsOf(await listFiles(repository.folder, ['node_modules/p']))).toEqual([
      'node_modules/p/index.js',
      'node_modules/p/node_modules/q/index.js',
    ]);
    expect(pathsOf(await listFiles(repository.folder, ['.git/hooks']))).toContain('.git/hooks/pre-commit.sample');
  });

  test('is followed where it is a link, and a skip where that leads nowhere', async () => {
    const repository = TestRepository.create({ 'a.txt': 'a' });
    symlinkSync('a.txt', repository.path('link'));
    symlinkSync('nowhere', repository.path('broken'));
    expect((await listFiles(repository.folder, ['link'])).files).toEqual(['tracked a.txt named']);
    expect(await listFiles(repository.folder, ['broken'])).toEqual({ files: [], skips: ['symlink broken'] });
  });

  test('must exist', () => {
    const folder = temporaryFolder();
    const open = (root: string) => () =>
      fileSource({ roots: [root], cwd: folder, include: [], exclude: [], noIgnore: false, submodules: false });
    expect(open('missing.txt')).toThrow(new SourceError('no-such-path', 'no such file or folder: missing.txt'));
    writeFiles(folder, { 'a.txt': 'a' });
    expect(open('a.txt/b')).toThrow(SourceError);
    expect(open('odd\u001b[31m')).toThrow('odd\\x1B[31m');
  });
});

describe('left out by choice', () => {
  test('node_modules and VCS folders, each told once', async () => {
    const repository = TestRepository.create({
      'a.txt': 'a',
      'p/node_modules/q/i.js': 'i',
      'p/node_modules/q/j.js': 'j',
      '.hg/store': 's',
    });
    repository.write({ 'node_modules/r/i.js': 'i' });
    expect(await listFiles(repository.folder)).toEqual({
      files: ['tracked a.txt'],
      skips: ['ignored .hg', 'ignored node_modules', 'ignored p/node_modules'],
    });
    expect(pathsOf(await listFiles(repository.folder, [], { noIgnore: true }))).toEqual([
      'a.txt',
      'p/node_modules/q/i.js',
      'p/node_modules/q/j.js',
      'node_modules/r/i.js',
    ]);
  });

  test('with --no-ignore ignored files are listed, and called ignored', async () => {
    const repository = TestRepository.create({
      '.gitignore': 'node_modules\n*.log\n',
      '.keyscanignore': 'never.log\n',
    });
    repository.write({ 'a.log': 'a', 'never.log': 'n', 'node_modules/p/i.js': 'i', 'b.txt': 'b' });
    TestRepository.create({ 'in.txt': 'in' }, repository.path('node_modules/linked'));
    expect(await listFiles(repository.folder, [], { noIgnore: true })).toEqual({
      files: [
        'ignored a.log',
        'ignored node_modules/p/i.js',
        'tracked .gitignore',
        'tracked .keyscanignore',
        'tracked node_modules/linked/in.txt',
        'untracked b.txt',
      ],
      skips: ['ignored never.log'],
    });
  });

  test('.keyscanignore at the top holds for whatever is named, in git and outside', async () => {
    const files = {
      '.keyscanignore': 'fixtures/\n*.snap\n!kept.snap\n',
      'a.snap': 'a',
      'kept.snap': 'k',
      'sub/fixtures/x': 'x',
    };
    const repository = TestRepository.create(files);
    const plain = temporaryFolder();
    writeFiles(plain, files);
    for (const folder of [repository.folder, plain]) {
      expect(pathsOf(await listFiles(folder))).toEqual(['.keyscanignore', 'kept.snap']);
      const { skips } = await listFiles(folder);
      expect(skips[0]).toBe('ignored a.snap');
    }
    expect(await listFiles(repository.folder, ['sub/fixtures/x'])).toEqual({
      files: [],
      skips: ['ignored sub/fixtures/x'],
    });
  });

  test('include and exclude patterns count from the top and from the working directory', async () => {
    const repository = TestRepository.create({
      'a.ts': 'a',
      'a.js': 'j',
      'pkg/src/b.ts': 'b',
      'pkg/gen/c.ts': 'c',
      'gen/d.ts': 'd',
    });
    expect(pathsOf(await listFiles(repository.folder, [], { include: ['*.ts'], exclude: ['/gen'] }))).toEqual([
      'a.ts',
      'pkg/gen/c.ts',
      'pkg/src/b.ts',
    ]);
    expect(pathsOf(await listFiles(repository.path('pkg'), [], { exclude: ['/gen'] }))).toEqual(['src/b.ts']);
    expect(pathsOf(await listFiles(repository.path('pkg'), [], { exclude: ['pkg/gen'] }))).toEqual(['src/b.ts']);
  });

  test('a pattern that selects nothing is an error that names it', async () => {
    const repository = TestRepository.create({ 'a.ts': 'a' });
    await expect(listFiles(repository.folder, [], { include: ['*.ts', '*.rb'] })).rejects.toThrow(
      new SourceError('nothing-selected', 'the pattern *.rb selects no file'),
    );
  });
});

describe('repositories within', () => {
  test('an untracked repository is listed by its own git', async () => {
    const repository = TestRepository.create({ 'a.txt': 'a', '.keyscanignore': '*.snap\n' });
    const inner = TestRepository.create(
      { '.gitignore': '*.log\n', 'in.txt': 'i', 'x.snap': 'x' },
      repository.path('tools/inner'),
    );
    inner.write({ 'b.log': 'b', 'new.txt': 'n' });
    TestRepository.create({ 'deep.txt': 'd' }, inner.path('vendor/deep'));
    const { files, skips } = await listFiles(repository.folder);
    expect(files).toEqual([
      'tracked .keyscanignore',
      'tracked a.txt',
      'tracked tools/inner/.gitignore',
      'tracked tools/inner/in.txt',
      'tracked tools/inner/vendor/deep/deep.txt',
      'untracked tools/inner/new.txt',
    ]);
    expect(skips).toEqual(['ignored tools/inner/x.snap']);
  });

  test('one that its git cannot list is told, and read as a folder', async () => {
    const repository = TestRepository.create({ 'a.txt': 'a' });
    const inner = TestRepository.create({ 'in.txt': 'i' }, repository.path('inner'));
    writeFileSync(inner.path('.git/index'), 'broken');
    expect(await listFiles(repository.folder)).toEqual({
      files: ['none inner/in.txt', 'tracked a.txt'],
      skips: ['git-failed inner', 'ignored inner/.git'],
    });
  });

  test('a submodule is a counted skip, or is listed when asked', async () => {
    const library = TestRepository.create({ 'lib.txt': 'l' });
    const repository = TestRepository.create({ 'a.txt': 'a' });
    repository.git('submodule', '--quiet', 'add', library.folder, 'lib');
    repository.commit('add the library');
    expect(await listFiles(repository.folder)).toEqual({
      files: ['tracked .gitmodules', 'tracked a.txt'],
      skips: ['submodule lib'],
    });
    expect((await listFiles(repository.folder, [], { submodules: true })).files).toContain('tracked lib/lib.txt');
    expect((await listFiles(repository.folder, ['lib'])).files).toEqual(['tracked lib/lib.txt']);
    repository.git('submodule', '--quiet', 'deinit', '-f', 'lib');
    expect((await listFiles(repository.folder, [], { submodules: true })).skips).toEqual(['submodule lib']);
  });

  test('a folder of clones outside git', async () => {
    const folder = temporaryFolder();
    TestRepository.create({ '.gitignore': 'x\n', 'a.txt': 'a' }, join(folder, 'one')).write({ x: 'x' });
    TestRepository.create({ 'b.txt': 'b' }, join(folder, 'two'));
    writeFiles(folder, { 'c.txt': 'c' });
    expect((await listFiles(folder)).files).toEqual([
      'none c.txt',
      'tracked one/.gitignore',
      'tracked one/a.txt',
      'tracked two/b.txt',
    ]);
  });
});

describe('links and special files', () => {
  test('tracked and untracked links are never followed', async () => {
    const repository = TestRepository.create({ 'a.txt': 'a', 'moved/b.txt': 'b' });
    const outside = temporaryFolder();
    writeFiles(outside, { 'b.txt': 'outside' });
    symlinkSync(outside, repository.path('link'));
    repository.git('add', 'link');
    symlinkSync(join(outside, 'b.txt'), repository.path('loose'));
    // The index still names moved/b.txt, which now lies behind a link.
    rmSync(repository.path('moved'), { recursive: true });
    symlinkSync(outside, repository.path('moved'));
    const items = await collect(
      fileSource({ roots: [], cwd: repository.folder, include: [], exclude: [], noIgnore: false, submodules: false }),
    );
    const read = items.flatMap((item) => (item.kind === 'item' ? readAll(item) : [item]));
    expect(read.map((each) => (each.kind === 'blob' ? each.item.path : `${each.reason} ${each.path}`)).sort()).toEqual([
      'a.txt',
      'symlink link',
      'symlink loose',
      'symlink moved',
      'symlink moved/b.txt',
    ]);
  });

  test('a fifo does not block, in git or outside', async () => {
    const repository = TestRepository.create({ 'a.txt': 'a', 'b.txt': 'b' });
    rmSync(repository.path('b.txt'));
    execFileSync('mkfifo', [repository.path('b.txt')]);
    const { files } = await listFiles(repository.folder);
    expect(files).toEqual(['tracked a.txt', 'tracked b.txt']);
    expect(readAll(onDisk(repository.path('b.txt'), { git: 'tracked' }))).toMatchObject([
      { kind: 'skip', reason: 'special' },
    ]);
    const plain = temporaryFolder();
    execFileSync('mkfifo', [join(plain, 'fifo'), join(plain, '.gitignore')]);
    mkdirSync(join(plain, 'empty'));
    expect(await listFiles(plain)).toEqual({ files: [], skips: ['special .gitignore', 'special fifo'] });
  });
});
