import { type GitCall, gitStream } from '../git.ts';
import { lineBatches } from './git-lines.ts';
import { writeLines } from './write-lines.ts';

/**
 * What kind of object ids name: `tree`, `blob`, …; nothing for those that the store does not have.
 * @throws SourceError where git fails
 */
export async function kindsOf(ids: readonly string[], call: GitCall): Promise<ReadonlyMap<string, string | undefined>> {
  const kinds = new Map<string, string | undefined>(ids.map((id) => [id, undefined]));
  if (ids.length === 0) return kinds;
  const git = gitStream(['cat-file', '--batch-check=%(objectname) %(objecttype)'], { ...call, objectsOnly: true });
  const written = writeLines(git.stdin, ids);
  try {
    for await (const lines of lineBatches(git.stdout as AsyncIterable<Buffer>)) {
      for (const line of lines) {
        const [id = '', kind] = line.split(' ');
        if (kinds.has(id) && kind !== 'missing') kinds.set(id, kind);
      }
    }
    const { error } = await git.ended;
    if (error) throw error;
  } finally {
    git.stop();
    await written;
  }
  return kinds;
}
