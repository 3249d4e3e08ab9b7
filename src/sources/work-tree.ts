import type { GitState } from '../model/index.ts';
import type { Entry, NamedRoot } from './entry.ts';
import { type GitEnd, type GitStream, gitStream } from './git.ts';
import { ignoredAmong } from './ignored-among.ts';
import { nameOf } from './names.ts';
import type { PathFilter } from './path-filter.ts';
import { records } from './records.ts';
import type { Repository } from './repository.ts';
import { RootTally } from './root-tally.ts';
import { SourceError } from './source-error.ts';
import { walk } from './walk.ts';

export interface WorkTreeRequest {
  readonly repository: Repository;
  readonly roots: readonly NamedRoot[];
  /** Lists ignored files too. */
  readonly noIgnore: boolean;
  readonly filter: PathFilter;
  readonly signal: AbortSignal;
}

/** More roots than this are not handed to git: everything is listed, and what lies under no root is left. */
const rootsForGit = 100;

/**
 * Lists the files of a work tree as git sees them: tracked ones, ignored or not; then what is neither tracked nor
 * ignored; with `noIgnore` the ignored ones too. What a root names is listed although it is ignored.
 * @throws SourceError where git fails
 */
export async function* listWorkTree(request: WorkTreeRequest): AsyncGenerator<Entry[]> {
  const { repository, roots, noIgnore, signal } = request;
  const wholeTree = roots.some(({ name }) => name === '');
  const few = !wholeTree && roots.length <= rootsForGit;
  const below = few ? ['--', ...roots.map(({ name }) => name)] : [];
  const list = (...options: string[]): GitStream => {
    const stream = gitStream(['--literal-pathspecs', 'ls-files', '-z', ...options, ...below], { repository, signal });
    stream.stdin.end();
    return stream;
  };
  const tracked = list('--stage');
  const others = list('--others', '--exclude-standard');
  const ignored = noIgnore ? list('--others', '--ignored', '--exclude-standard') : undefined;
  try {
    const names = roots.map(({ name }) => name).filter((name) => name !== '');
    const ignoredRoots = noIgnore ? new Set<string>() : await ignoredAmong(names, repository, signal);
    const tally = new RootTally(roots, ignoredRoots);
    for await (const batch of records(tracked.stdout)) yield tally.keep(trackedEntries(batch));
    stopAt(await tracked.ended);
    for (const [stream, git] of [
      [others, 'untracked'],
      [ignored, 'ignored'],
    ] as const) {
      if (!stream) continue;
      for await (const batch of records(stream.stdout)) yield tally.keep(batch.map((name) => otherEntry(name, git)));
      const end = await stream.ended;
      stopAt(end);
      // Both listings say so; one of them is enough.
      if (git === 'untracked') yield unreadableFolders(end.stderr);
    }
    yield* listRest(request, tally, ignoredRoots);
  } finally {
    for (const stream of [tracked, others, ignored]) stream?.stop();
  }
}

/** What the roots name and git has not listed: ignored roots, and those in which everything is ignored. */
async function* listRest(
  { repository, filter, signal }: WorkTreeRequest,
  tally: RootTally,
  ignoredRoots: ReadonlySet<string>,
): AsyncGenerator<Entry[]> {
  for (const { name, kind } of tally.rest()) {
    const isInner = name === '.git' || name.startsWith('.git/');
    const git: GitState = ignoredRoots.has(name) || !isInner ? 'ignored' : 'none';
    if (kind === 'file') {
      yield [{ kind: 'file', name, git }];
      continue;
    }
    const request = { base: repository.top, start: name, ignoreFiles: false, filter, git, signal };
    for await (const batch of walk(request)) yield batch.filter((entry) => !tally.wasTracked(entry.name));
  }
}

function stopAt({ error }: GitEnd): void {
  if (error) throw error;
}

/** `MODE ID STAGE<TAB>NAME`; a file in conflict stands there once for every side. */
function trackedEntries(batch: readonly string[]): Entry[] {
  const entries: Entry[] = [];
  let last = '';
  for (const record of batch) {
    const tab = record.indexOf('\t');
    if (tab === -1) throw new SourceError('git-failed', 'git ls-files printed what it never prints');
    const name = record.slice(tab + 1);
    if (name === last) continue;
    last = name;
    if (record.startsWith('120000')) entries.push({ kind: 'skip', name, reason: 'symlink' });
    else if (record.startsWith('160000')) entries.push({ kind: 'nested', name, submodule: true });
    else entries.push({ kind: 'file', name, git: 'tracked' });
  }
  return entries;
}

/** A folder is listed as one entry, with a `/`, only where it is a repository of its own. */
const otherEntry = (name: string, git: GitState): Entry =>
  name.endsWith('/') ? { kind: 'nested', name: name.slice(0, -1), submodule: false } : { kind: 'file', name, git };

/** Git goes on past a folder it may not open, and only warns. */
function unreadableFolders(stderr: string): Entry[] {
  return [...stderr.matchAll(/^warning: could not open directory '(.*?)\/?': (.*)$/gm)].map(
    ([, name = '', why = '']) => ({
      kind: 'skip',
      name: nameOf(Buffer.from(name)),
      reason: 'unreadable',
      detail: `folder (${why})`,
    }),
  );
}
