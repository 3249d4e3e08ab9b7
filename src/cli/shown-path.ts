import { relative, sep } from 'node:path';

/** A path as messages show it: relative to the working directory where it lies below it, with `/`; else absolute. */
export function shownPath(path: string, cwd: string): string {
  const below = relative(cwd, path);
  const shown = below.startsWith('..') || below === '' ? path : below;
  return sep === '/' ? shown : shown.replaceAll(sep, '/');
}
