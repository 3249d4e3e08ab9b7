import { ObjectTable, objectKinds } from '../../history/object-table.ts';
import { entriesOf } from '../../history/tree-object.ts';
import { type GitCall, gitStream } from '../git.ts';
import { lineBatches } from './git-lines.ts';
import { wholeObjects } from './whole-objects.ts';

/** Folders that are followed up: a path that is deeper is told from there. */
const mostDepth = 64;

/**
 * The topmost trees that name lost contents: a store keeps them of an index that was written and never committed, and of
 * commits that are gone. Every tree is read once, and once more for each level of those that were found.
 * @param contents of the store
 * @param isLost true for contents of which no path is known
 * @returns ids; none where nothing is lost
 * @throws SourceError where git fails
 */
export async function looseTrees(
  contents: ObjectTable,
  isLost: (content: number) => boolean,
  call: GitCall,
): Promise<readonly string[]> {
  let lost = new Set<string>();
  for (let content = 0; content < contents.count; content++)
    if (contents.kind(content) === objectKinds.blob && isLost(content)) lost.add(contents.id(content));
  if (lost.size === 0) return [];
  const trees = await listTrees(call);
  const found = new Set<string>();
  for (let depth = 0; lost.size > 0 && depth < mostDepth; depth++) {
    const above = new Set<string>();
    for await (const { id, named } of namingTrees(trees, lost, call)) {
      above.add(id);
      for (const each of named) found.delete(each);
    }
    for (const id of above) found.add(id);
    lost = above;
  }
  return [...found].sort();
}

async function listTrees(call: GitCall): Promise<ObjectTable> {
  const trees = new ObjectTable();
  const format = '--batch-check=%(objectname) %(objecttype)';
  const git = gitStream(['cat-file', '--batch-all-objects', '--unordered', '--buffer', format], call);
  git.stdin.end();
  try {
    for await (const lines of lineBatches(git.stdout as AsyncIterable<Buffer>)) {
      for (const line of lines) {
        const [id = '', type] = line.split(' ');
        if (type === 'tree') trees.add(id, objectKinds.blob, 0);
      }
    }
    const { error } = await git.ended;
    if (error) throw error;
  } finally {
    git.stop();
  }
  return trees;
}

/** Trees that name one of the ids, each with those it names. One that cannot be read names nothing. */
async function* namingTrees(
  trees: ObjectTable,
  ids: ReadonlySet<string>,
  call: GitCall,
): AsyncGenerator<{ readonly id: string; readonly named: readonly string[] }> {
  const all = Array.from({ length: trees.count }, (_, index) => index);
  const idOf = (index: number): string => trees.id(index);
  for await (const { index, content } of wholeObjects(all, idOf, call)) {
    if (!content) continue;
    const id = idOf(index);
    const named = [...entriesOf(content, id.length / 2)].filter((entry) => ids.has(entry));
    if (named.length > 0) yield { id, named };
  }
}
