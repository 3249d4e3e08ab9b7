import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import type { Readable, Writable } from 'node:stream';
import { checkGitVersion, failed, notStarted } from './git-error.ts';
import { safeArguments, safeEnvironment } from './git-safety.ts';
import type { Repository } from './repository.ts';
import { SourceError } from './source-error.ts';

/** Where and how git is asked. */
export interface GitCall {
  readonly repository: Repository;
  /** Stops the process. */
  readonly signal?: AbortSignal | undefined;
  /** True where nothing but the object store is asked: no work tree, and the git directory is not discovered again. */
  readonly objectsOnly?: boolean;
}

/** How a call ended. Never a rejection: a stream has been read in part when the failure is known. */
export interface GitEnd {
  readonly error?: SourceError;
  /** The exit code, where it ended by itself. */
  readonly code?: number;
  /** What git wrote on stderr, at most 64 KiB: a folder it could not open stands there only. */
  readonly stderr: string;
}

/** A running git. Whoever reads `stdout` must look at `ended` afterwards: output may be cut by a failure. */
export interface GitStream {
  readonly stdin: Writable;
  readonly stdout: Readable;
  readonly ended: Promise<GitEnd>;
  /** Ends the process and its streams; for readers that have seen enough. */
  stop(): void;
}

const stderrLimit = 64 * 1024;

/**
 * Starts git as a stream, with the safe configuration and environment of `git-safety.ts`.
 * @param args the command and its arguments; a constant of the program, never a value of the repository before `--`
 */
export function gitStream(args: readonly string[], call: GitCall): GitStream {
  const child = start(args, call);
  const stderr: Buffer[] = [];
  let collected = 0;
  child.stderr.on('data', (chunk: Buffer) => {
    if (collected < stderrLimit) stderr.push(chunk);
    collected += chunk.length;
  });
  // A reader that stops early closes the pipe under a writing git: not an error of ours.
  child.stdin.on('error', () => {});
  child.stdout.on('error', () => {});
  // When a process ends, Node throws away what nobody listens for yet; a listener keeps it until it is read.
  child.stdout.on('readable', () => {});
  const command = args.find((arg) => !arg.startsWith('-')) ?? '';
  const exit = new Promise<GitEnd>((settle) => {
    child.on('error', (error) => settle({ error: whyNotStarted(error, command, call), stderr: '' }));
    child.on('close', (code, signal) => {
      const said = Buffer.concat(stderr).subarray(0, stderrLimit).toString('utf8');
      const ended = signal === null ? `exit code ${code}` : `ended by ${signal}`;
      const ok = code === 0;
      settle({ stderr: said, ...(code !== null && { code }), ...(!ok && { error: failed(command, said, ended) }) });
    });
  });
  const stop = () => {
    child.stdout.destroy();
    child.stdin.destroy();
    child.kill();
  };
  return { stdin: child.stdin, stdout: child.stdout, ended: withVersion(exit, call), stop };
}

type Piped = ChildProcess & { stdin: Writable; stdout: Readable; stderr: Readable };

function start(args: readonly string[], call: GitCall): Piped {
  return spawn('git', [...safeArguments, ...args], {
    cwd: folderOf(call),
    env: environmentOf(call),
    stdio: 'pipe',
    windowsHide: true,
    ...(call.signal && { signal: call.signal }),
  }) as Piped;
}

const folderOf = ({ repository }: GitCall): string => repository.top;

function environmentOf({ repository, objectsOnly }: GitCall): Record<string, string> {
  return safeEnvironment({
    given: process.env,
    cwd: process.cwd(),
    own: repository.own,
    workTree: repository.bare || objectsOnly ? undefined : repository.top,
    // git makes sure by itself that a discovered repository belongs to the user: only what was found so before is named.
    gitDir: objectsOnly || (repository.own && process.env['GIT_DIR']) ? repository.gitDir : undefined,
  });
}

/**
 * Asks git a short question and holds up the thread until it has answered: for what is needed in the middle of looking at a
 * content. Undefined where git fails or prints more than `limit` bytes.
 * @param args as for `gitStream`
 */
export function askGitAtOnce(args: readonly string[], call: GitCall, limit: number): Buffer | undefined {
  const { status, stdout, error } = spawnSync('git', [...safeArguments, ...args], {
    cwd: folderOf(call),
    env: environmentOf(call),
    stdio: ['ignore', 'pipe', 'ignore'],
    maxBuffer: limit,
    windowsHide: true,
  });
  return error || status !== 0 ? undefined : stdout;
}

/** Node says ENOENT both for a missing program and for a missing folder to start it in. */
function whyNotStarted(error: NodeJS.ErrnoException, command: string, call: GitCall): SourceError {
  if (error.code === 'ENOENT' && !existsSync(folderOf(call))) {
    return new SourceError('no-such-path', `${folderOf(call)} does not exist any more`);
  }
  return notStarted(error, command);
}

let version: Promise<SourceError | undefined> | undefined;

/** The end of a call; a git that is too old is an error whatever it answered. Asked once, beside the first call. */
async function withVersion(exit: Promise<GitEnd>, call: GitCall): Promise<GitEnd> {
  version ??= askVersion(call);
  const [end, tooOld] = await Promise.all([exit, version]);
  return tooOld ? { ...end, error: tooOld } : end;
}

function askVersion(call: GitCall): Promise<SourceError | undefined> {
  return new Promise((settle) => {
    const child = start(['version'], { repository: call.repository });
    let printed = '';
    child.stdin.on('error', () => {}).end();
    child.stdout.on('data', (chunk: Buffer) => {
      printed += chunk;
    });
    child.on('error', (error) => settle(whyNotStarted(error, 'version', call)));
    child.on('close', () => settle(checkGitVersion(printed)));
  });
}

/**
 * Asks git a short question: the answer is held whole, as text, without the line break at its end.
 * @throws SourceError naming what was asked, where git fails
 */
export async function askGit(args: readonly string[], call: GitCall): Promise<string> {
  const { simpleGit } = await import('simple-git');
  const environment = environmentOf(call);
  const git = simpleGit({
    baseDir: folderOf(call),
    // Without this, simple-git takes every GIT_* variable away: a hook would be shown another index than its own.
    allowEnvironment: Object.keys(environment).filter((name) => name.startsWith('GIT_')),
    unsafe: allowsTheSafeConfiguration,
    ...(call.signal && { abort: call.signal }),
  });
  try {
    return (await git.env(environment).raw([...safeArguments, ...args])).trimEnd();
  } catch (error) {
    const { message, code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || /\bENOENT\b/.test(message)) {
      throw new SourceError('git-missing', 'git is not installed, or not on PATH');
    }
    throw failed(args[0] ?? '', message, 'it gave no reason');
  }
}

/** simple-git cannot know that `safeArguments` switch things off: it takes every mention of them for an attack. */
const allowsTheSafeConfiguration = {
  allowUnsafeFsMonitor: true,
  allowUnsafeHooksPath: true,
  allowUnsafePager: true,
  allowUnsafeAskPass: true,
  allowUnsafeSshCommand: true,
  allowUnsafeGitProxy: true,
  allowUnsafeCredentialHelper: true,
  allowUnsafeDiffExternal: true,
  allowUnsafeProtocolOverride: true,
  allowUnsafeCommandBinaries: true,
  allowUnsafeConfigPaths: true,
  allowUnsafeExec: true,
};
