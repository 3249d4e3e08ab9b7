import type { Item, Skip } from '../model/index.ts';
import type { Entry, NamedRoot } from './entry.ts';
import { diskPath } from './names.ts';
import {
  type Includes,
  type LeftOut,
  nestedFilter,
  type PathFilter,
  pathFilter,
  type Selection,
} from './path-filter.ts';
import { type Names, namesBelow } from './paths.ts';
import { readSmallFile } from './small-file.ts';

/** The file that names, in the syntax of `.gitignore`, what is never to be read. */
export const keyscanIgnoreFile = '.keyscanignore';

export interface FolderOptions {
  /** The folder that is listed, absolute and real: the top of a work tree, or a folder outside git. */
  readonly base: string;
  /** The top of the whole scan. */
  readonly top: string;
  readonly cwd: string;
  readonly roots: readonly NamedRoot[];
  readonly selection: Selection;
  readonly includes: Includes;
  /** The filter of the folder around, in names from here. */
  readonly outer?: PathFilter | undefined;
}

/** A folder that is being listed: turns entries into items and skips. */
export class ListedFolder {
  readonly base: string;
  readonly names: Names;
  readonly filter: PathFilter;
  private readonly named: ReadonlySet<string>;
  private readonly told = new Set<string>();

  constructor({ base, top, cwd, roots, selection, includes, outer }: FolderOptions) {
    this.base = base;
    this.names = namesBelow(base, top, cwd);
    this.named = new Set(roots.filter(({ kind }) => kind === 'file').map(({ name }) => name));
    const keyscanIgnore = readSmallFile(diskPath(this.names.file(keyscanIgnoreFile)));
    const names = roots.map(({ name }) => name);
    this.filter = outer
      ? nestedFilter(outer, keyscanIgnore)
      : pathFilter({ base, cwd, roots: names, selection, includes, keyscanIgnore });
  }

  /** The item or skip for an entry; nothing where it lies in a folder that was told of already. */
  itemOf(entry: Exclude<Entry, { kind: 'nested' }>): Item | Skip | undefined {
    const { name } = entry;
    const out = this.filter.leftOut(name);
    if (out) return this.skipOf(out, name);
    if (entry.kind === 'skip') {
      const { reason, detail } = entry;
      return { kind: 'skip', path: this.shown(name), reason, ...(detail !== undefined && { detail }) };
    }
    return {
      kind: 'item',
      place: { kind: 'disk', file: this.names.file(name) },
      path: this.names.shown(name),
      provenance: { kind: 'file', path: this.names.fromTop(name) },
      git: entry.git,
      ...(this.named.has(name) && { named: true }),
    };
  }

  /** The skip for a path that is left out, nothing where that was told already; undefined where it is not left out. */
  leftOut(name: string): Skip[] | undefined {
    const out = this.filter.leftOut(name);
    const skip = out && this.skipOf(out, name);
    return out && (skip ? [skip] : []);
  }

  /** A name as reports print it; `.` or the absolute path for the folder itself. */
  shown(name: string): string {
    return this.names.shown(name).replace(/(.)\/$/, '$1') || '.';
  }

  /** A folder is told of once, however many files it holds. */
  private skipOf(out: LeftOut, name: string): Skip | undefined {
    if (out.name !== name) {
      if (this.told.has(out.name)) return undefined;
      this.told.add(out.name);
    }
    return { kind: 'skip', path: this.shown(out.name), reason: 'ignored', detail: out.detail };
  }
}
