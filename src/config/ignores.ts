import { lstatSync, mkdirSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { formatIgnores, type IgnoreEntry, ignoresFile, isExpired, parseIgnores } from '../triage/index.ts';
import { readText } from './read-text.ts';
import { UsageError } from './usage-error.ts';
import { writeWhole } from './write-whole.ts';

/** Bytes. A hundred thousand entries. */
const largestIgnores = 32 << 20;

/**
 * The entries of a project's ignore file, none where it has none.
 * @param top absolute: the top of the repository, or the scanned folder
 * @param name what messages call the file
 * @throws UsageError that names file and line of what is no entry, without its text
 */
export function readIgnores(top: string, name: string = ignoresFile): IgnoreEntry[] {
  const text = readText(join(top, ignoresFile), name, largestIgnores);
  if (text === undefined) return [];
  const { entries, broken } = parseIgnores(text);
  if (broken.length > 0)
    throw new UsageError(
      broken
        .slice(0, 10)
        .map(({ line, problem }) => `${name}:${line}: ${problem}`)
        .join('\n'),
    );
  return entries;
}

/** Splits entries into those that hold on a day (`YYYY-MM-DD`) and those that no longer do. */
export function splitByDay(entries: readonly IgnoreEntry[], today: string) {
  return {
    holding: entries.filter((entry) => !isExpired(entry, today)),
    expired: entries.filter((entry) => isExpired(entry, today)),
  };
}

/**
 * Writes a project's ignore file, whole or not at all, and beside it, once, what makes git merge it by lines.
 * @param top absolute
 * @throws UsageError where a link stands in the way: the project must not choose another file to be overwritten
 */
export function writeIgnores(top: string, entries: Iterable<IgnoreEntry>): void {
  const file = join(top, ignoresFile);
  for (const part of [dirname(file), file])
    if (lstatSync(part, { throwIfNoEntry: false })?.isSymbolicLink())
      throw new UsageError(`${ignoresFile}: a link, which is not written through`);
  mkdirSync(dirname(file), { recursive: true });
  writeWhole(file, formatIgnores(entries));
  // Lines of two branches are all kept when they are merged: order and doubles do not matter.
  const attributes = join(dirname(file), '.gitattributes');
  if (!lstatSync(attributes, { throwIfNoEntry: false })) writeWhole(attributes, `${basename(file)} merge=union\n`);
}
