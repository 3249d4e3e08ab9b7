import { sep } from 'node:path';
import { printable } from './names.ts';
import { isWithin } from './repository.ts';

/** How the files below one folder are named: on disk, in reports and in provenance. */
export interface Names {
  /** The absolute path, as `diskPath` takes it. */
  file(name: string): string;
  /** As reports print it: `/`, relative to the working directory, absolute when outside it. */
  shown(name: string): string;
  /** Relative to the top of what is scanned. */
  fromTop(name: string): string;
}

/** `/` in every path that is shown, whatever the system writes. */
export const slashed = (path: string): string => (sep === '/' ? path : path.replaceAll(sep, '/'));

/** A folder as a prefix: with one `/` at its end. */
const asPrefix = (folder: string): string => (folder.endsWith('/') ? folder : `${folder}/`);

/**
 * Names for the files below `base`.
 * @param base absolute and real
 * @param top the top of what is scanned: `base` or a folder above it
 * @param cwd absolute and real
 */
export function namesBelow(base: string, top: string, cwd: string): Names {
  const prefix = asPrefix(slashed(base));
  const here = asPrefix(slashed(cwd));
  const above = withoutPrefix(prefix, asPrefix(slashed(top))) ?? '';
  const fromHere = withoutPrefix(prefix, here);
  // The working directory lies below the base: what is in it loses that much, the rest is shown absolute.
  const way = fromHere === undefined ? withoutPrefix(here, prefix) : undefined;
  const shown =
    way === undefined
      ? (name: string) => (fromHere ?? prefix) + name
      : (name: string) => withoutPrefix(name, way) ?? prefix + name;
  return {
    file: (name) => prefix + name,
    shown: (name) => printable(shown(name)),
    fromTop: (name) => printable(above + name),
  };
}

/** What follows the prefix; nothing where the text starts otherwise. */
const withoutPrefix = (text: string, prefix: string): string | undefined =>
  text.startsWith(prefix) ? text.slice(prefix.length) : undefined;

/** The name, given from `base`, as it is from `cwd`: one name, or none where the path is not below `cwd`. */
export function relativeName(base: string, cwd: string, name: string): readonly string[] {
  if (base === cwd) return [];
  const path = asPrefix(slashed(base)) + name;
  const here = asPrefix(slashed(cwd));
  return path.startsWith(here) && path.length > here.length ? [path.slice(here.length)] : [];
}

/** The path from a folder that holds it, with `/`; empty for the folder itself. */
export const below = (folder: string, path: string): string =>
  path === folder ? '' : slashed(path).slice(asPrefix(slashed(folder)).length);

/** The deepest folder that holds all the paths. */
export function commonFolder(folders: readonly string[]): string {
  let common = folders[0] ?? sep;
  while (!folders.every((folder) => isWithin(folder, common))) {
    const parent = common.slice(0, Math.max(common.lastIndexOf(sep), 0));
    common = parent === '' ? sep : parent;
  }
  return common;
}
