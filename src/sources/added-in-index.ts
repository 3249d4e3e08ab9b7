import type { LineRange } from '../model/index.ts';
import type { CatFile } from './cat-file.ts';
import { contentKind } from './content-kind.ts';
import type { IndexChange } from './index-changes.ts';
import { addedLines, linesInBoth } from './line-diff.ts';
import { decodeUtf16 } from './utf16.ts';

/** Contents larger than this are not compared line by line: all of their lines count as added. Bytes. */
const largestCompared = 16 * 1024 * 1024;

/**
 * The lines that a commit of the index adds to one file.
 * @param changes how the file differs from each parent of the commit
 * @returns nothing where the whole file is new
 */
export async function addedInIndex(
  changes: readonly IndexChange[],
  objects: CatFile,
): Promise<readonly LineRange[] | undefined> {
  let added: readonly LineRange[] | undefined;
  for (const change of changes) {
    const lines = await addedSince(change, objects);
    if (lines) added = added ? linesInBoth(added, lines) : lines;
  }
  return added;
}

async function addedSince(change: IndexChange, objects: CatFile): Promise<readonly LineRange[] | undefined> {
  if (!isFile(change.oldMode)) return undefined;
  if (change.id === change.oldId) return [];
  const before = await objects.content(change.oldId, largestCompared);
  const after = before && (await objects.content(change.id, largestCompared));
  return before && after && addedLines(textOf(before), textOf(after));
}

/** True for the modes of files with a content: neither links nor submodules, nor nothing. */
export const isFile = (mode: string): boolean => mode.startsWith('100');

/** The text with the lines that reports count: one character a byte, but UTF-16 decoded. */
function textOf(content: Buffer): string {
  const kind = contentKind(content);
  if (kind.kind !== 'utf-16le' && kind.kind !== 'utf-16be') return content.toString('latin1');
  return decodeUtf16(content.subarray(kind.mark, kind.mark + ((content.length - kind.mark) & ~1)), kind.kind);
}
