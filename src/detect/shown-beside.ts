import type { Item } from '../model/index.ts';

/**
 * Another file of the project as reports print it, by how they print the item.
 * @param path from the top of what is scanned, as `provenance.path`
 */
export function shownBeside({ path: shown, provenance, place }: Item, path: string): string {
  const own = provenance.path;
  if (shown.endsWith(own)) return shown.slice(0, shown.length - own.length) + path;
  // The working directory lies below the top: what is in it loses the way there, the rest is told from the root.
  const way = own.endsWith(shown) ? own.slice(0, own.length - shown.length) : undefined;
  if (way !== undefined && path.startsWith(way)) return path.slice(way.length);
  const isBelow = place.kind === 'disk' && place.file.endsWith(`/${own}`);
  return isBelow ? place.file.slice(0, place.file.length - own.length) + path : path;
}
