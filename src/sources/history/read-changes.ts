import { absent, type Changes } from '../../history/changes.ts';
import { type ObjectTable, objectKinds } from '../../history/object-table.ts';
import { type GitCall, gitStream } from '../git.ts';
import { records } from '../records.ts';
import { SourceError } from '../source-error.ts';
import { writeLines } from './write-lines.ts';

/** Restarts after which comparing goes on no more: a store in which so much is missing is told as a whole. */
const mostRestarts = 200;

/** A commit to be compared, by its number. */
export interface Compared {
  readonly commit: number;
  /** What git is asked: `COMMIT PARENT`, `COMMIT` for a root, or `TREE TREE` where there is no parent to ask for. */
  readonly line: string;
}

/** What is told while commits are compared. */
export interface ChangeSink {
  readonly changes: Changes;
  readonly table: ObjectTable;
  /** The path as reports print it, from the name in a tree. */
  pathOf(commit: number, name: string): string;
  /** A content that a tree names and the store has not. */
  missing(path: string, id: string): void;
  /** A commit that could not be compared: a tree of it, or of its parent, is missing or broken. */
  failed(commit: number): void;
}

/**
 * Compares every commit with its first parent, in one pass of `git diff-tree --stdin`: plumbing that reads no setting of
 * the repository, goes on where it is told to, and is asked in pairs, so that merges cost no more than what they bring
 * into their branch. Every content and every tree that a commit reaches is named in one of these pairs: a tree that is
 * missing or broken ends git there, and it is started again after it.
 */
export async function readChanges(compared: readonly Compared[], sink: ChangeSink, call: GitCall): Promise<void> {
  let from = 0;
  for (let restarts = 0; from < compared.length && !call.signal?.aborted; restarts++) {
    from += await readFrom(compared.slice(from), sink, call);
    if (from >= compared.length || call.signal?.aborted) return;
    sink.failed((compared[from++] as Compared).commit);
    if (restarts < mostRestarts) continue;
    for (const { commit } of compared.slice(from)) sink.failed(commit);
    return;
  }
}

const options = ['--stdin', '-r', '-z', '--root', '--always', '--raw', '--no-renames', '--no-abbrev'];
const safe = ['--no-ext-diff', '--no-textconv', '--ignore-submodules=none', '--no-relative'];

/** @returns how many commits were compared before git ended */
async function readFrom(compared: readonly Compared[], sink: ChangeSink, call: GitCall): Promise<number> {
  const git = gitStream(['diff-tree', ...options, ...safe], call);
  const written = writeLines(git.stdin, linesOf(compared));
  let done = 0;
  let commit = absent;
  let entry: string | undefined;
  try {
    for await (const batch of records(git.stdout)) {
      for (const record of batch) {
        if (entry !== undefined) {
          tell(commit, entry, record, sink);
          entry = undefined;
          continue;
        }
        // Two trees are named on a line of their own, whatever ends records.
        for (const part of record.split('\n')) {
          if (part.startsWith(':')) entry = part;
          else if (part !== '') {
            const next = compared[done++];
            if (!next) throw new SourceError('git-failed', 'git diff-tree printed what it never prints');
            commit = next.commit;
            sink.changes.start(commit);
          }
        }
      }
    }
    await git.ended;
  } finally {
    git.stop();
    await written;
  }
  return done;
}

function* linesOf(compared: readonly Compared[]): Generator<string> {
  for (const { line } of compared) yield line;
}

/** `:MODE MODE ID ID STATUS`, then the name. What a link points at is its content; submodules have none here. */
function tell(commit: number, entry: string, name: string, sink: ChangeSink): void {
  const [oldMode = '', mode = '', oldId = '', id = ''] = entry.slice(1).split(' ');
  const path = sink.pathOf(commit, name);
  const before = contentOf(oldMode, oldId, sink);
  const after = contentOf(mode, id, sink);
  if (isFile(mode) && after === absent) sink.missing(path, id);
  if (before === absent && after === absent) return;
  sink.changes.add(commit, { path: sink.changes.path(path), before, after });
}

/** git takes every mode it does not know for that of a submodule: what the store has is a content all the same. */
function contentOf(mode: string, id: string, { table }: ChangeSink): number {
  if (!isFile(mode) && !mode.startsWith('160')) return absent;
  const object = table.find(id);
  return object !== absent && table.kind(object) === objectKinds.blob ? object : absent;
}

/** A file or a link. Old programs wrote other permissions than git does. */
const isFile = (mode: string): boolean => mode.startsWith('100') || mode.startsWith('120');
