import { ignorePatterns } from './ignore-patterns.ts';
import { relativeName } from './paths.ts';

/** Folders that belong to a version control system: never read as files, unless a root lies in them. */
export const vcsFolders: ReadonlySet<string> = new Set([
  '.git',
  '.hg',
  '.svn',
  '.bzr',
  '.jj',
  '.sl',
  '.pijul',
  '_darcs',
  'CVS',
]);

/** What the user asked to look at. */
export interface Selection {
  /** Patterns as in a `.gitignore`; where there are any, only what one of them selects is read. */
  readonly include: readonly string[];
  readonly exclude: readonly string[];
  /** Reads `node_modules` too (and, in the listing, ignored files). */
  readonly noIgnore: boolean;
  /** False where an include pattern may select nothing. Default: that is an error. */
  readonly mustSelect?: boolean;
}

/** What is left out by choice, and why, in words for the report. */
export interface LeftOut {
  /** The path itself, or the folder above it that is left out as a whole. */
  readonly name: string;
  readonly detail: string;
}

/** Says of every path whether it is left out. */
export interface PathFilter {
  /** @param name relative to the folder the filter was made for; ends in `/` for a folder */
  leftOut(name: string): LeftOut | undefined;
  /** The same filter for names relative to a folder below. */
  from(folder: string): PathFilter;
}

/** A test of a name against patterns in the syntax of `.gitignore`. */
const selects = (patterns: string | readonly string[]): ((name: string) => boolean) => {
  const compiled = ignorePatterns(patterns);
  return (name) => compiled.says(name) === 'ignored';
};

/** The include patterns of a scan, and which of them have selected something. */
export class Includes {
  private readonly patterns: readonly { readonly text: string; readonly matches: (name: string) => boolean }[];
  private readonly unused: Set<string>;

  constructor(patterns: readonly string[]) {
    this.unused = new Set(patterns);
    this.patterns = patterns.map((text) => ({ text, matches: selects([text]) }));
  }

  get none(): boolean {
    return this.patterns.length === 0;
  }

  /** True where a pattern selects the path, under one of its names. */
  select(names: readonly string[]): boolean {
    let selected = false;
    for (const { text, matches } of this.patterns) {
      if (!names.some(matches)) continue;
      selected = true;
      this.unused.delete(text);
    }
    return selected;
  }

  /** The patterns that have selected nothing so far. */
  notUsed(): readonly string[] {
    return [...this.unused];
  }
}

export interface FilterOptions {
  /** The folder that names are relative to. */
  readonly base: string;
  readonly cwd: string;
  /** The roots below `base`, relative to it: what one of them names is not left out for the folder it lies in. */
  readonly roots: readonly string[];
  readonly selection: Selection;
  readonly includes: Includes;
  /** The text of `.keyscanignore` at `base`, where there is one. */
  readonly keyscanIgnore?: string | undefined;
}

/** Patterns count both from the base and from the working directory, so that they mean what was typed in either. */
export function pathFilter(options: FilterOptions): PathFilter {
  const { base, cwd, selection, includes, keyscanIgnore } = options;
  const ignored = keyscanIgnore === undefined ? undefined : selects(keyscanIgnore);
  const excluded = selection.exclude.length === 0 ? undefined : selects(selection.exclude);
  const usesPatterns = excluded !== undefined || !includes.none;
  const inFolder = folderRule(options.roots, selection.noIgnore);
  return narrowable((name) => {
    const folder = inFolder(name);
    if (folder !== undefined) return folder;
    if (ignored?.(name)) return keyscanIgnored(name);
    if (!usesPatterns) return undefined;
    const names = [name, ...relativeName(base, cwd, name)];
    if (excluded && names.some(excluded)) return { name, detail: 'excluded' };
    if (includes.none || name.endsWith('/') || includes.select(names)) return undefined;
    return { name, detail: 'not included' };
  });
}

/** The filter of a repository within another folder: that of the folder, and its own `.keyscanignore`. */
export function nestedFilter(outer: PathFilter, keyscanIgnore: string | undefined): PathFilter {
  if (keyscanIgnore === undefined) return outer;
  const ignored = selects(keyscanIgnore);
  return narrowable((name) => outer.leftOut(name) ?? (ignored(name) ? keyscanIgnored(name) : undefined));
}

const keyscanIgnored = (name: string): LeftOut => ({ name, detail: 'named in .keyscanignore' });

/** A filter from the test alone. */
const narrowable = (leftOut: PathFilter['leftOut']): PathFilter => ({
  leftOut,
  from: (folder) =>
    narrowable((name) => {
      const out = leftOut(`${folder}/${name}`);
      return out && { ...out, name: out.name.slice(folder.length + 1) };
    }),
});

/** Leaves out what lies in a VCS folder or in `node_modules`, counted from the root that names it. */
function folderRule(roots: readonly string[], noIgnore: boolean): (name: string) => LeftOut | undefined {
  /** The outermost folder after `start` characters that is left out. */
  const outermost = (name: string, start: number): LeftOut | undefined => {
    for (let at = start; at < name.length; ) {
      const slash = name.indexOf('/', at);
      const end = slash === -1 ? name.length : slash;
      const part = name.slice(at, end);
      if (vcsFolders.has(part) || (part === 'node_modules' && !noIgnore)) {
        return { name: name.slice(0, end), detail: part };
      }
      at = end + 1;
    }
    return undefined;
  };
  const inside = roots.filter((root) => root !== '');
  // Most names have none of these words in them: one test instead of many pieces.
  const words = noIgnore ? [...vcsFolders] : ['node_modules', ...vcsFolders];
  const suspicious = new RegExp(words.map((name) => name.replace('.', '\\.')).join('|'));
  return (name) => {
    if (!suspicious.test(name)) return undefined;
    const out = outermost(name, 0);
    if (out === undefined) return undefined;
    for (const root of inside) {
      if (name !== root && !name.startsWith(`${root}/`)) continue;
      const below = outermost(name, root.length + 1);
      // Whoever names a folder in node_modules wants the node_modules below it too.
      const inPackages = below?.detail === 'node_modules' && root.split('/').includes('node_modules');
      if (below === undefined || inPackages) return undefined;
    }
    return out;
  };
}
