import { chmodSync, existsSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { fileSource } from '../../src/sources/files.ts';
import { askGit } from '../../src/sources/git.ts';
import { findRepository } from '../../src/sources/repository.ts';
import { stagedSource } from '../../src/sources/staged.ts';
import { TestRepository, temporaryFolder, writeFiles } from '../support/git.ts';
import { collect, readAllObjects } from './collect.ts';

/** A repository whose configuration names programs in every place that git knows, each of which leaves a mark. */
function hostileRepository(): {
  readonly repository: TestRepository;
  readonly marks: () => string[];
  readonly markers: string;
} {
  const markers = temporaryFolder();
  const program = (name: string): string => {
    const file = join(markers, `${name}.sh`);
    writeFileSync(file, `#!/bin/sh\ntouch "${join(markers, `${name}.ran`)}"\ncat\n`);
    chmodSync(file, 0o755);
    return file;
  };
  const repository = TestRepository.create({
    '.gitattributes': '*.txt filter=evil diff=evil merge=evil\n*.bin diff=evil\n',
    'a.txt': 'a\n',
    'b.bin': 'b\n',
  });
  repository.stage({ 'a.txt': 'a\nb\n', 'new.txt': 'n\n' });
  for (const hook of readdirSync(repository.path('.git/hooks'))) {
    repository.hook(hook.replace(/\.sample$/, ''), `touch "${join(markers, `hook-${hook}.ran`)}"`);
  }
  writeFiles(repository.folder, {
    '.git/included': `[core]\n\tfsmonitor = ${program('included-fsmonitor')}\n`,
    '.git/config': `${[
      '[core]',
      'repositoryformatversion = 1',
      `fsmonitor = ${program('fsmonitor')}`,
      `hooksPath = ${markers}`,
      `pager = ${program('pager')}`,
      `editor = ${program('editor')}`,
      `askPass = ${program('askpass')}`,
      `sshCommand = ${program('ssh')}`,
      `gitProxy = ${program('proxy')}`,
      `alternateRefsCommand = ${program('alternate-refs')}`,
      'untrackedCache = true',
      'worktree = /',
      'bare = true',
      '[include]',
      'path = included',
      '[extensions]',
      'partialClone = origin',
      '[remote "origin"]',
      `url = ext::${program('ext')} %S`,
      `uploadpack = ${program('upload-pack')}`,
      `vcs = ${program('vcs')}`,
      'promisor = true',
      '[diff]',
      `external = ${program('diff-external')}`,
      '[diff "evil"]',
      `textconv = ${program('textconv')}`,
      `command = ${program('diff-command')}`,
      '[filter "evil"]',
      `clean = ${program('clean')}`,
      `smudge = ${program('smudge')}`,
      `process = ${program('process')}`,
      'required = true',
      '[merge "evil"]',
      `driver = ${program('merge-driver')}`,
      '[credential]',
      `helper = ${program('credential')}`,
      '[gpg]',
      `program = ${program('gpg')}`,
      '[log]',
      'showSignature = true',
      '[pager]',
      'ls-files = true',
      'diff-index = true',
      'cat-file = true',
      '[alias]',
      `ls-files = !${program('alias')}`,
      `cat-file = !${program('alias')}`,
      '[sequence]',
      `editor = ${program('sequence')}`,
      '[uploadpack]',
      `packObjectsHook = ${program('pack-objects')}`,
      '[protocol]',
      'allow = always',
    ].join('\n')}\n`,
  });
  // What git runs by name from hooksPath would be found here too.
  for (const name of ['post-index-change', 'pre-commit', 'post-checkout', 'reference-transaction']) {
    const file = join(markers, name);
    writeFileSync(file, `#!/bin/sh\ntouch "${join(markers, `${name}.ran`)}"\n`);
    chmodSync(file, 0o755);
  }
  return { repository, markers, marks: () => readdirSync(markers).filter((name) => name.endsWith('.ran')) };
}

describe('nothing that a repository names is run', () => {
  test('by any call keyscan makes', async () => {
    const { repository, marks } = hostileRepository();
    const options = { roots: [], cwd: repository.folder, include: [], exclude: [], noIgnore: true, submodules: true };
    const files = await collect(fileSource(options));
    expect(files.map(({ path }) => path).sort()).toEqual(['.gitattributes', 'a.txt', 'b.bin', 'new.txt']);
    const staged = await collect(stagedSource(options));
    expect(staged.map(({ path }) => path)).toEqual(['a.txt', 'new.txt']);
    await readAllObjects(staged.filter((each) => each.kind === 'item'));
    expect(await collect(fileSource({ ...options, roots: ['a.txt', '.git/hooks'] }))).not.toEqual([]);
    const found = findRepository(repository.folder);
    expect(await askGit(['rev-parse', '--is-inside-work-tree'], { repository: found as never })).toBe('true');
    expect(marks()).toEqual([]);
  });

  test('nor to fetch what a partial clone left out', async () => {
    const { repository, marks } = hostileRepository();
    const missing = { kind: 'object', gitDir: repository.path('.git'), id: 'ab'.repeat(20) } as const;
    const item = {
      kind: 'item',
      place: missing,
      path: 'x',
      provenance: { kind: 'file', path: 'x' },
      git: 'staged',
    } as const;
    const read = await readAllObjects([item, item]);
    expect(read.map((each) => each.kind)).toEqual(['skip', 'skip']);
    expect(marks()).toEqual([]);
  });

  test('and the trap is a real one: plain git steps into it', () => {
    const { repository, marks } = hostileRepository();
    try {
      repository.write({ 'a.txt': 'changed\n' });
      repository.git('--work-tree', repository.folder, 'diff');
    } catch {
      // Whether it succeeds does not matter.
    }
    expect(marks().length).toBeGreaterThan(0);
  });

  test('nor a git that lies in the scanned folder, nor what the environment names', async () => {
    const { repository, marks, markers } = hostileRepository();
    const evil = join(markers, 'environment.sh');
    writeFileSync(evil, `#!/bin/sh\ntouch "${join(markers, 'environment.ran')}"\n`);
    chmodSync(evil, 0o755);
    writeFileSync(repository.path('git'), `#!/bin/sh\ntouch "${join(markers, 'git.ran')}"\n`);
    chmodSync(repository.path('git'), 0o755);
    const before = { ...process.env };
    Object.assign(process.env, {
      PATH: `.:${process.env['PATH']}`,
      GIT_EXTERNAL_DIFF: evil,
      GIT_PAGER: evil,
      GIT_EDITOR: evil,
      GIT_SSH_COMMAND: evil,
      GIT_ASKPASS: evil,
      GIT_TRACE: join(markers, 'trace.ran'),
      GIT_TRACE2_EVENT: join(markers, 'trace2.ran'),
      GIT_CONFIG_COUNT: '1',
      GIT_CONFIG_KEY_0: 'core.fsmonitor',
      GIT_CONFIG_VALUE_0: evil,
    });
    try {
      const options = {
        roots: [],
        cwd: repository.folder,
        include: [],
        exclude: [],
        noIgnore: false,
        submodules: false,
      };
      expect((await collect(fileSource(options))).length).toBeGreaterThan(0);
      expect((await collect(stagedSource(options))).length).toBeGreaterThan(0);
    } finally {
      for (const name of Object.keys(process.env)) if (!(name in before)) delete process.env[name];
      Object.assign(process.env, before);
    }
    expect(marks()).toEqual([]);
    expect(existsSync(join(markers, 'trace.ran'))).toBe(false);
  });
});

test('scanning writes nothing into the repository', async () => {
  const repository = TestRepository.create({ 'a.txt': 'a\n' });
  repository.stage({ 'b.txt': 'b\n' });
  const state = () =>
    repository.gitWith(undefined, 'hash-object', '.git/index', '.git/HEAD', '.git/config') +
    readdirSync(repository.path('.git')).join();
  const before = state();
  const options = { roots: [], cwd: repository.folder, include: [], exclude: [], noIgnore: false, submodules: false };
  await collect(fileSource(options));
  await collect(stagedSource(options));
  expect(state()).toBe(before);
});
