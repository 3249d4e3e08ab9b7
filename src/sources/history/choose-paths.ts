import { join } from 'node:path';
import { diskPath } from '../names.ts';
import { Includes, pathFilter, type Selection } from '../path-filter.ts';
import type { Repository } from '../repository.ts';
import { readSmallFile } from '../small-file.ts';

/** Which paths of a history are looked at. */
export interface PathChoice {
  /** True where the user named no path, or the top. */
  readonly isWhole: boolean;
  /** False for what lies outside the paths that the user named. */
  isWithin(path: string): boolean;
  /** Why a path is left out, in words. */
  leftOut(path: string): string | undefined;
}

/**
 * The choice that the settings of a scan make, and the `.keyscanignore` of the work tree.
 * @param limits names of folders and files; the empty name is the top
 */
export function choosePaths(
  { top, bare }: Repository,
  limits: readonly string[],
  options: Selection & { readonly cwd: string },
): PathChoice {
  const filter = pathFilter({
    base: top,
    cwd: options.cwd,
    roots: limits,
    selection: options,
    includes: new Includes(options.include),
    keyscanIgnore: bare ? undefined : readSmallFile(diskPath(join(top, '.keyscanignore'))),
  });
  const isWhole = limits.includes('');
  return {
    isWhole,
    isWithin: (path) => isWhole || limits.some((limit) => path === limit || path.startsWith(`${limit}/`)),
    leftOut: (path) => filter.leftOut(path)?.detail,
  };
}
