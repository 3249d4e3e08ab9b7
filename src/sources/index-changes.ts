import { type GitCall, gitStream } from './git.ts';
import { records } from './records.ts';

/** What the index holds otherwise than a commit, at one path. */
export interface IndexChange {
  /** As `git diff-index` writes it: A added, M modified, R renamed, T of another type, D deleted, U in conflict. */
  readonly status: string;
  readonly mode: string;
  readonly oldMode: string;
  readonly id: string;
  readonly oldId: string;
  /** Relative to the top, as `names.ts` writes names; after a rename, the new one. */
  readonly name: string;
}

/** Files compared for renames at most, as git does it by default. */
const renameLimit = 1000;

/**
 * How the index differs from a commit or tree. Only the index and the object store are read, never the work tree, and
 * nothing is converted.
 * @throws SourceError where git fails
 */
export async function* indexChanges(tree: string, call: GitCall): AsyncGenerator<IndexChange> {
  const options = ['--cached', '--raw', '-z', '--no-abbrev', `-l${renameLimit}`, '--find-renames'];
  const safe = ['--no-ext-diff', '--no-textconv', '--ignore-submodules=dirty', '--ita-invisible-in-index'];
  const git = gitStream(['diff-index', ...options, ...safe, tree, '--'], call);
  git.stdin.end();
  let header: string | undefined;
  let names: string[] = [];
  try {
    for await (const batch of records(git.stdout)) {
      for (const record of batch) {
        if (header === undefined) {
          header = record;
          continue;
        }
        names.push(record);
        const [oldMode = '', mode = '', oldId = '', id = '', status = ''] = header.slice(1).split(' ');
        // Renames and copies name both paths.
        if (names.length < (/^[RC]/.test(status) ? 2 : 1)) continue;
        yield { status: status.charAt(0), mode, oldMode, id, oldId, name: names.at(-1) as string };
        header = undefined;
        names = [];
      }
    }
    const { error } = await git.ended;
    if (error) throw error;
  } finally {
    git.stop();
  }
}
