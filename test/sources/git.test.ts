import { chmodSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { checkGitVersion, harmless } from '../../src/sources/git-error.ts';
import { safeEnvironment } from '../../src/sources/git-safety.ts';
import { SourceError } from '../../src/sources/source-error.ts';
import { TestRepository, temporaryFolder } from '../support/git.ts';
import { asOrdinaryUser } from '../support/ordinary-user.ts';
import { listFiles } from './collect.ts';

const path = process.env['PATH'];
beforeEach(() => {
  // The version of git is asked once in a process: each test starts a new one, as it were.
  vi.resetModules();
});
afterEach(() => {
  process.env['PATH'] = path;
});

async function freshListing(
  folder: string,
): Promise<{ files: string[]; skips: { path: string; reason: string; detail?: string | undefined }[] }> {
  const { fileSource } = await import('../../src/sources/files.ts');
  const files: string[] = [];
  const skips: { path: string; reason: string; detail?: string | undefined }[] = [];
  const source = fileSource({ roots: [], cwd: folder, include: [], exclude: [], noIgnore: false, submodules: false });
  for await (const each of source.items(new AbortController().signal)) {
    if (each.kind === 'item') files.push(`${each.git} ${each.path}`);
    else if (each.reason !== 'ignored') skips.push({ path: each.path, reason: each.reason, detail: each.detail });
  }
  return { files: files.sort(), skips };
}

describe('faults are told, and files are read all the same', () => {
  test('git is missing', async () => {
    const repository = TestRepository.create({ '.gitignore': '*.log\n', 'a.txt': 'a' });
    repository.write({ 'b.log': 'b' });
    process.env['PATH'] = temporaryFolder();
    expect(await freshListing(repository.folder)).toEqual({
      files: ['none .gitignore', 'none a.txt'],
      skips: [{ path: '.', reason: 'git-failed', detail: 'git is not installed, or not on PATH' }],
    });
  });

  test('git is too old', async () => {
    const repository = TestRepository.create({ 'a.txt': 'a' });
    const bin = temporaryFolder();
    const { execFileSync } = await import('node:child_process');
    const real = execFileSync('sh', ['-c', 'command -v git'], { encoding: 'utf8' }).trim();
    const script = `for word; do [ "$word" = version ] && echo "git version 2.17.1" && exit; done\nexec "${real}" "$@"`;
    writeFileSync(join(bin, 'git'), `#!/bin/sh\n${script}\n`);
    chmodSync(join(bin, 'git'), 0o755);
    process.env['PATH'] = `${bin}:${path}`;
    const { files, skips } = await freshListing(repository.folder);
    expect(files).toEqual(['tracked a.txt']);
    expect(skips).toEqual([
      { path: '.', reason: 'git-failed', detail: 'git 2.17 is too old: keyscan needs 2.25 or newer' },
    ]);
  });

  test('the index is corrupt', async () => {
    const repository = TestRepository.create({ 'a.txt': 'a', 'sub/b.txt': 'b' });
    writeFileSync(repository.path('.git/index'), 'broken');
    const { files, skips } = await freshListing(repository.folder);
    expect(files).toEqual(['none a.txt', 'none sub/b.txt']);
    expect(skips).toMatchObject([
      { path: '.', reason: 'git-failed', detail: expect.stringContaining('ls-files failed') },
    ]);
  });

  test.runIf(process.getuid?.() === 0)('the repository belongs to somebody else', async () => {
    const repository = TestRepository.create({ 'a.txt': 'a' });
    const { execFileSync } = await import('node:child_process');
    execFileSync('chown', ['-R', '12345', repository.folder]);
    const { files, skips } = await freshListing(repository.folder);
    expect(files).toEqual(['none a.txt']);
    expect(skips).toMatchObject([{ reason: 'git-failed', detail: expect.stringContaining('--add safe.directory') }]);
    execFileSync('chown', ['-R', '0', repository.folder]);
  });

  test('a folder may not be opened, in git and outside', async () => {
    const repository = TestRepository.create({ 'a.txt': 'a' });
    repository.write({ 'locked/b.txt': 'b' });
    const plain = temporaryFolder();
    TestRepository.at(plain).write({ 'locked/b.txt': 'b', 'a.txt': 'a' });
    for (const folder of [repository.folder, plain]) {
      await asOrdinaryUser(folder, { lock: ['locked'] }, async () => {
        const { files, skips } = await listFiles(folder);
        expect(files.map((file) => file.replace(/^\S+ /, ''))).toEqual(['a.txt']);
        expect(skips).toEqual(['unreadable locked']);
      });
    }
  });

  test('a scan that is stopped ends quietly and soon', async () => {
    const repository = TestRepository.create({ 'a.txt': 'a' });
    const { fileSource } = await import('../../src/sources/files.ts');
    const source = fileSource({
      roots: [],
      cwd: repository.folder,
      include: ['none'],
      exclude: [],
      noIgnore: false,
      submodules: false,
    });
    const abort = new AbortController();
    abort.abort();
    const all = [];
    for await (const each of source.items(abort.signal)) all.push(each);
    expect(all).toEqual([]);
    expect(readdirSync(repository.folder)).toContain('a.txt');
  });
});

describe('short questions', () => {
  const repositoryOf = ({ folder }: TestRepository) => {
    const gitDir = join(folder, '.git');
    return { top: folder, gitDir, commonDir: gitDir, bare: false, own: true };
  };

  test('see the index that a hook names, which simple-git alone would hide', async () => {
    const { askGit } = await import('../../src/sources/git.ts');
    const repository = TestRepository.create({ 'a.txt': 'a' });
    const call = { repository: repositoryOf(repository) };
    repository.git('read-tree', '--index-output=.git/other', '--empty');
    process.env['GIT_INDEX_FILE'] = '.git/other';
    try {
      expect(await askGit(['ls-files'], call)).toBe('');
    } finally {
      delete process.env['GIT_INDEX_FILE'];
    }
    expect(await askGit(['ls-files'], call)).toBe('a.txt');
  });

  test('name what was asked when they fail', async () => {
    const { askGit } = await import('../../src/sources/git.ts');
    const call = { repository: repositoryOf(TestRepository.create({ 'a.txt': 'a' })) };
    await expect(askGit(['rev-parse', '--verify', 'nowhere'], call)).rejects.toThrow(
      'git rev-parse failed: fatal: Needed a single revision',
    );
    process.env['PATH'] = temporaryFolder();
    await expect(askGit(['rev-parse', 'HEAD'], call)).rejects.toThrow('git is not installed, or not on PATH');
  });
});

describe('streams', () => {
  test('what a git printed before anybody read it is there when it is read', async () => {
    const { gitStream } = await import('../../src/sources/git.ts');
    const { folder } = TestRepository.create({ 'a.txt': 'a', 'b.txt': 'b' });
    const gitDir = join(folder, '.git');
    const git = gitStream(['ls-files'], {
      repository: { top: folder, gitDir, commonDir: gitDir, bare: false, own: true },
    });
    git.stdin.end();
    // Long after the process has ended.
    await new Promise((settle) => setTimeout(settle, 500));
    let printed = '';
    for await (const chunk of git.stdout) printed += chunk;
    expect(printed).toBe('a.txt\nb.txt\n');
    expect(await git.ended).toMatchObject({ code: 0 });
  });
});

describe('what is told of git', () => {
  test.each([
    ['git version 2.39.5', undefined],
    ['git version 2.25.0.windows.1', undefined],
    ['git version 3.0.0', undefined],
    ['git version 2.24.9', 'git-too-old'],
    ['git version 1.8.3.1', 'git-too-old'],
    ['something else', 'git-failed'],
  ])('%s', (printed, code) => {
    const error = checkGitVersion(printed);
    expect(error?.code).toBe(code);
    expect(error === undefined || error instanceof SourceError).toBe(true);
  });

  test('a line of git gives nothing away', () => {
    const password = ['pass', 'word'].join('');
    expect(harmless(`fatal: unable to access 'https://me:${password}@example.org/x'`)).not.toContain(password);
    expect(harmless(`fatal: bad numeric config value '${password}' for 'core.x' in file .git/config`)).not.toContain(
      password,
    );
    expect(harmless('one\u001b[31m\ntwo')).toBe('one [31m two');
    expect(harmless('x'.repeat(1000))).toHaveLength(200);
  });
});

describe('the environment of git', () => {
  const given = {
    PATH: `relative:${path}::.`,
    HOME: '/home/someone',
    GIT_DIR: '.git',
    GIT_INDEX_FILE: '.git/index.lock',
    GIT_QUARANTINE_PATH: '/q',
    GIT_EXTERNAL_DIFF: 'x',
    GIT_SSH_COMMAND: 'x',
    GIT_TRACE: '1',
    GIT_CONFIG_PARAMETERS: 'x',
    LD_PRELOAD: 'x',
  };

  test('passes on what a hook needs, and only to its own repository', () => {
    const own = safeEnvironment({ given, cwd: '/repo', own: true, workTree: '/repo' });
    expect(own).toMatchObject({
      GIT_DIR: '/repo/.git',
      GIT_INDEX_FILE: '.git/index.lock',
      GIT_QUARANTINE_PATH: '/q',
      GIT_WORK_TREE: '/repo',
    });
    const other = safeEnvironment({ given, cwd: '/repo', own: false, workTree: '/other' });
    expect(other).not.toHaveProperty('GIT_DIR');
    expect(other).not.toHaveProperty('GIT_INDEX_FILE');
  });

  test('drops everything else', () => {
    const environment = safeEnvironment({ given, cwd: '/repo', own: true });
    for (const name of ['GIT_EXTERNAL_DIFF', 'GIT_SSH_COMMAND', 'GIT_TRACE', 'GIT_CONFIG_PARAMETERS', 'LD_PRELOAD']) {
      expect(environment).not.toHaveProperty(name);
    }
    expect(environment['PATH']?.split(':').every((entry) => entry.startsWith('/'))).toBe(true);
    expect(environment).toMatchObject({
      GIT_NO_LAZY_FETCH: '1',
      GIT_ALLOW_PROTOCOL: 'none',
      GIT_OPTIONAL_LOCKS: '0',
      GIT_NO_REPLACE_OBJECTS: '1',
    });
  });
});
