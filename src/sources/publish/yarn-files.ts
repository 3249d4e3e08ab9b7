import { type Dirent, readdirSync } from 'node:fs';
import { join } from 'node:path';
import ignore from 'ignore';
import { patternOf } from '../../exposure/index.ts';
import { readSmallFile } from '../small-file.ts';
import type { Manifest } from './npm-files.ts';

/** Files that npm leaves out by their names alone, and Yarn does not. By packing with both. */
const sentByYarn = /^(?:\.npmrc|npm-debug\.log|.*\.orig|\.(?!#).*\.swp|\._.*|\.lock-wscript)$/;
const leftOutByYarn = /(?:^|\/)\.(?:github|yarn)\/|(?:^|\/)(?:\.yarnrc\.yml|\.pnp\.[\w.]+)$/;
const always = /^changelog(?:\..*)?$/i;
const neverEntered = new Set(['node_modules', '.git', '.hg', '.github', '.yarn']);

/**
 * What Yarn (2 and later) packs: npm's list, without some files of its own, and with some that npm never sends: `.npmrc`,
 * which may hold a token, among them.
 * @param files npm's list
 */
export function yarnFiles(folder: string, files: readonly string[], manifest: Manifest): readonly string[] {
  const chosen = Array.isArray(manifest['files']) ? chosenBy(manifest['files']) : undefined;
  const rules = ignore().add(
    readSmallFile(join(folder, '.npmignore')) ?? readSmallFile(join(folder, '.gitignore')) ?? '',
  );
  const more = [...named(folder, '')].filter((path) => (chosen ? chosen(path) : !rules.ignores(path)));
  const kept = files.filter((path) => !leftOutByYarn.test(path));
  return [...new Set([...kept, ...more, ...atTop(folder)])].sort();
}

/** Whether the list of a manifest takes a path: what stands last and matches decides. */
function chosenBy(list: readonly unknown[]): (path: string) => boolean {
  const patterns = list
    .filter((each) => typeof each === 'string')
    .map((text) => {
      const takes = !text.startsWith('!');
      return { takes, matches: patternOf(takes ? text : text.slice(1)) };
    });
  return (path) => patterns.findLast(({ matches }) => matches(path))?.takes === true;
}

const atTop = (folder: string): string[] =>
  entriesOf(folder).flatMap((entry) => (entry.isFile() && always.test(entry.name) ? [entry.name] : []));

function* named(top: string, folder: string): Generator<string> {
  for (const entry of entriesOf(join(top, folder))) {
    const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
    if (entry.isDirectory() && !neverEntered.has(entry.name)) yield* named(top, path);
    else if (entry.isFile() && sentByYarn.test(entry.name)) yield path;
  }
}

/** What lies in a folder; nothing where it cannot be listed: npm's list has failed on it already. */
function entriesOf(folder: string): Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch {
    return [];
  }
}
