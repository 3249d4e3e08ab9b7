import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';

/** Nothing of the machine's or the user's own settings counts in tests, in this process and in those it starts. */
for (const name of Object.keys(process.env)) if (name.startsWith('GIT_')) delete process.env[name];
process.env['GIT_CONFIG_GLOBAL'] = '/dev/null';
process.env['GIT_CONFIG_NOSYSTEM'] = '1';

/** The same identity and time in every run, so that ids of commits are the same too. */
const fixed = {
  GIT_AUTHOR_NAME: 'Ada Example',
  GIT_AUTHOR_EMAIL: 'ada@example.org',
  GIT_AUTHOR_DATE: '2024-01-02T03:04:05Z',
  GIT_COMMITTER_NAME: 'Ada Example',
  GIT_COMMITTER_EMAIL: 'ada@example.org',
  GIT_COMMITTER_DATE: '2024-01-02T03:04:05Z',
  LC_ALL: 'C',
};

/** An empty folder, real, that is removed after the test. */
export function temporaryFolder(): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'keyscan-test-')));
  onTestFinished(() => {
    // A test may have taken the right to list a folder away.
    execFileSync('chmod', ['-R', 'u+rwX', folder], { stdio: 'ignore' });
    rmSync(folder, { recursive: true, force: true });
  });
  return folder;
}

/** Writes files below a folder: contents by path. */
export function writeFiles(folder: string, files: Readonly<Record<string, string | Uint8Array>>): void {
  for (const [path, content] of Object.entries(files)) {
    const file = join(folder, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, content);
  }
}

/** A work tree in a temporary folder. */
export class TestRepository {
  readonly folder: string;
  private readonly environment: Readonly<Record<string, string>>;

  private constructor(folder: string, environment: Readonly<Record<string, string>>) {
    this.folder = folder;
    this.environment = environment;
  }

  /** A new repository with files committed, if there are any. */
  static create(files: Readonly<Record<string, string | Uint8Array>> = {}, folder = temporaryFolder()): TestRepository {
    mkdirSync(folder, { recursive: true });
    const repository = new TestRepository(folder, {});
    repository.git('init', '-q', '-b', 'main', '.');
    if (Object.keys(files).length > 0) repository.commit('first', files);
    return repository;
  }

  /** A repository that exists already: a linked work tree, a submodule, a clone. */
  static at(folder: string, environment: Readonly<Record<string, string>> = {}): TestRepository {
    return new TestRepository(folder, environment);
  }

  /** Runs git in the work tree, and gives what it prints. */
  git(...args: readonly string[]): string {
    return this.gitWith(undefined, ...args);
  }

  gitWith(input: string | Uint8Array | undefined, ...args: readonly string[]): string {
    const env = { PATH: process.env['PATH'], HOME: '/nonexistent', ...fixed, ...gitOnly(), ...this.environment };
    const stdio = ['pipe', 'pipe', 'pipe'] as const;
    return execFileSync('git', ['-c', 'protocol.file.allow=always', ...args], {
      cwd: this.folder,
      env,
      stdio: [...stdio],
      encoding: 'utf8',
      ...(input !== undefined && { input }),
    }).trimEnd();
  }

  write(files: Readonly<Record<string, string | Uint8Array>>): void {
    writeFiles(this.folder, files);
  }

  /** Writes files and stages them, ignored or not. */
  stage(files: Readonly<Record<string, string | Uint8Array>>): void {
    this.write(files);
    this.git('--literal-pathspecs', 'add', '-f', '--', ...Object.keys(files));
  }

  /** Writes files, stages them, and commits everything staged. Gives the id of the commit. */
  commit(message: string, files: Readonly<Record<string, string | Uint8Array>> = {}): string {
    if (Object.keys(files).length > 0) this.stage(files);
    this.git('commit', '-q', '--allow-empty', '--no-verify', '-m', message);
    return this.git('rev-parse', 'HEAD');
  }

  /** An executable hook. */
  hook(name: string, script: string): void {
    const file = join(this.folder, '.git/hooks', name);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, `#!/bin/sh\n${script}\n`);
    chmodSync(file, 0o755);
  }

  path(name: string): string {
    return join(this.folder, name);
  }
}

const gitOnly = (): Record<string, string> => ({ GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_NOSYSTEM: '1' });
