import { lstatSync } from 'node:fs';
import { dirname } from 'node:path';
import { diskPath } from './names.ts';

/*
 * Git takes a tracked file for deleted where one of the folders above it was replaced by a link, and so does keyscan:
 * following it would lead out of the work tree. Listings never go through a link, only the index can name such a path.
 */

/** Folders seen before, and whether there is a link on the way to them. */
const known = new Map<string, boolean>();
const mostKnown = 20_000;
let lastFolder = '';
let lastAnswer = false;

/** True where a folder above the file is a link. The file's path is absolute, and was real when it was listed. */
export function liesBehindLink(file: string): boolean {
  const folder = dirname(file);
  if (folder !== lastFolder) {
    lastAnswer = hasLink(folder);
    lastFolder = folder;
  }
  return lastAnswer;
}

function hasLink(folder: string): boolean {
  const answer = known.get(folder);
  if (answer !== undefined) return answer;
  const parent = dirname(folder);
  const has = parent !== folder && (isLink(folder) || hasLink(parent));
  if (known.size >= mostKnown) known.clear();
  known.set(folder, has);
  return has;
}

function isLink(folder: string): boolean {
  try {
    return lstatSync(diskPath(folder), { throwIfNoEntry: false })?.isSymbolicLink() ?? false;
  } catch {
    return false;
  }
}
