import { ObjectTable, objectKinds } from '../../history/object-table.ts';
import { type GitCall, gitStream } from '../git.ts';
import { harmless } from '../git-error.ts';
import { lineBatches } from './git-lines.ts';

/** Every object of a store, and what is there but cannot be read. */
export interface ListedObjects {
  readonly table: ObjectTable;
  /** Ids. */
  readonly broken: readonly string[];
  /** What git complained of, a folder or pack that it could not open: one line, or nothing. */
  readonly complaint: string | undefined;
}

/**
 * Lists the blobs, commits and tags of a store with its alternates, each once, in the order in which git reads them
 * fastest. Trees are left out: git itself reads them when it compares commits, and says when it cannot.
 * @throws SourceError where git fails
 */
export async function listObjects(call: GitCall): Promise<ListedObjects> {
  const table = new ObjectTable();
  const broken: string[] = [];
  const format = '--batch-check=%(objectname) %(objecttype) %(objectsize)';
  const git = gitStream(['cat-file', '--batch-all-objects', '--unordered', '--buffer', format], call);
  git.stdin.end();
  try {
    for await (const lines of lineBatches(git.stdout as AsyncIterable<Buffer>)) {
      for (const line of lines) {
        const [id = '', type = '', size] = line.split(' ');
        if (type === 'blob' || type === 'commit' || type === 'tag') table.add(id, objectKinds[type], Number(size));
        else if (type === 'missing') broken.push(id);
      }
    }
    const { error, stderr } = await git.ended;
    if (error) throw error;
    const complaint = stderr.split('\n').find((line) => /^(?:error|fatal): /.test(line));
    return { table, broken, complaint: complaint && harmless(complaint) };
  } finally {
    git.stop();
  }
}
