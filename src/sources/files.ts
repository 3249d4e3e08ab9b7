import { realpathSync } from 'node:fs';
import type { Item, Skip, Source } from '../model/index.ts';
import { FolderListing, type Found } from './folder-listing.ts';
import { printable } from './names.ts';
import { Includes, type Selection } from './path-filter.ts';
import { resolveRoots, topOf } from './roots.ts';
import { SourceError } from './source-error.ts';

export interface FileOptions extends Selection {
  /** Paths as given, relative to `cwd`; none: the working directory. */
  readonly roots: readonly string[];
  readonly cwd: string;
  /** Reads checked out submodules too. */
  readonly submodules: boolean;
}

/**
 * The files of a work tree or of any folder. Every file is yielded once, however many roots hold it.
 * @throws SourceError at once for a path that does not exist; at the end, for a pattern that selects nothing
 */
export function fileSource(options: FileOptions): Source {
  const cwd = realpathSync.native(options.cwd);
  const roots = resolveRoots(options.roots.length === 0 ? ['.'] : options.roots, cwd);
  const { top } = topOf(roots, cwd);
  return {
    name: 'files',
    async *items(signal): AsyncGenerator<Item | Skip> {
      const includes = new Includes(options.include);
      const listing = new FolderListing({
        selection: options,
        submodules: options.submodules,
        cwd,
        top,
        includes,
        signal,
      });
      const once = roots.length > 1 ? firstTimes() : () => true;
      for await (const batch of listing.all(roots)) {
        for (const found of batch) {
          if (signal.aborted) return;
          if (once(found)) yield found;
        }
      }
      if (signal.aborted) return;
      const [unused] = options.mustSelect === false ? [] : includes.notUsed();
      if (unused !== undefined) {
        throw new SourceError('nothing-selected', `the pattern ${printable(unused)} selects no file`);
      }
    },
  };
}

/** True for what is seen the first time: roots may overlap. */
function firstTimes(): (found: Found) => boolean {
  const seen = new Set<string>();
  return (found) => {
    const name =
      found.kind === 'item' && found.place.kind === 'disk' ? found.place.file : `${found.kind}:${found.path}`;
    if (seen.has(name)) return false;
    seen.add(name);
    return true;
  };
}
