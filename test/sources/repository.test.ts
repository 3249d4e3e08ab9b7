import { execFileSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { findRepository } from '../../src/sources/repository.ts';
import { TestRepository, temporaryFolder, writeFiles } from '../support/git.ts';

const nothing = { environment: {}, cwd: '/' };

describe('a repository is found', () => {
  test('from the top, a sub-folder and a file, as git finds it', () => {
    const repository = TestRepository.create({ 'a/b/c.txt': 'c' });
    const expected = {
      top: repository.folder,
      gitDir: repository.path('.git'),
      commonDir: repository.path('.git'),
      bare: false,
      own: false,
    };
    for (const path of ['.', 'a/b', 'a/b/c.txt', '.git', '.git/hooks']) {
      expect(findRepository(repository.path(path), nothing)).toEqual(expected);
    }
    expect(findRepository(repository.path('missing'), nothing)).toBeUndefined();
    expect(findRepository(temporaryFolder(), nothing)).toBeUndefined();
  });

  test('in a linked work tree and in a submodule', () => {
    const repository = TestRepository.create({ 'a.txt': 'a' });
    const linked = join(temporaryFolder(), 'linked');
    repository.git('worktree', 'add', '-q', '-b', 'other', linked);
    expect(findRepository(linked, nothing)).toMatchObject({
      top: linked,
      gitDir: repository.path('.git/worktrees/linked'),
      commonDir: repository.path('.git'),
    });
    const outer = TestRepository.create({ 'o.txt': 'o' });
    outer.git('submodule', '--quiet', 'add', repository.folder, 'lib');
    expect(findRepository(outer.path('lib/a.txt'), nothing)).toMatchObject({
      top: outer.path('lib'),
      gitDir: outer.path('.git/modules/lib'),
    });
  });

  test('past folders that only look like one', () => {
    const repository = TestRepository.create({ 'a.txt': 'a' });
    mkdirSync(repository.path('empty/.git'), { recursive: true });
    writeFiles(repository.folder, { 'text/.git': 'not a gitfile', 'lost/.git': 'gitdir: /nowhere\n' });
    mkdirSync(repository.path('fifo'));
    execFileSync('mkfifo', [repository.path('fifo/.git')]);
    for (const folder of ['empty', 'text', 'lost', 'fifo']) {
      expect(findRepository(repository.path(folder), nothing)?.top).toBe(repository.folder);
    }
  });

  test('not beyond a ceiling', () => {
    const repository = TestRepository.create({ 'a/b.txt': 'b' });
    const environment = { GIT_CEILING_DIRECTORIES: repository.folder };
    expect(findRepository(repository.path('a'), { environment, cwd: '/' })).toBeUndefined();
    expect(findRepository(repository.folder, { environment, cwd: '/' })?.top).toBe(repository.folder);
  });
});

describe('the variables of a hook', () => {
  test('speak of the repository that the hook runs in, and of no other', () => {
    const repository = TestRepository.create({ 'a/b.txt': 'b' });
    const other = TestRepository.create({ 'c.txt': 'c' });
    const nested = TestRepository.create({ 'd.txt': 'd' }, repository.path('nested'));
    for (const environment of [{}, { GIT_DIR: '.git' }, { GIT_DIR: repository.path('.git'), GIT_WORK_TREE: '.' }]) {
      const inHook = { environment, cwd: repository.folder };
      expect(findRepository(repository.path('a'), inHook)).toMatchObject({ top: repository.folder, own: true });
      expect(findRepository(other.folder, inHook)).toMatchObject({ top: other.folder, own: false });
      expect(findRepository(nested.folder, inHook)).toMatchObject({ top: nested.folder, own: false });
    }
  });

  test('may name a git directory that lies elsewhere', () => {
    const repository = TestRepository.create({ 'a.txt': 'a' });
    const workTree = temporaryFolder();
    const environment = { GIT_DIR: repository.path('.git'), GIT_WORK_TREE: workTree };
    expect(findRepository(workTree, { environment, cwd: '/' })).toEqual({
      top: workTree,
      gitDir: repository.path('.git'),
      commonDir: repository.path('.git'),
      bare: false,
      own: true,
    });
  });
});
