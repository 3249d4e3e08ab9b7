import type { Entry, NamedRoot } from './entry.ts';

/** Keeps count of what was listed under each root, so that what a root names is read whatever git says. */
export class RootTally {
  private readonly kinds: ReadonlyMap<string, NamedRoot['kind']>;
  private readonly ignored: ReadonlySet<string>;
  /** Roots under which nothing was listed so far. */
  private readonly empty: Set<string>;
  /** Tracked names under ignored roots: the walk meets them again. */
  private readonly tracked = new Set<string>();
  private readonly all: boolean;

  constructor(roots: readonly NamedRoot[], ignored: ReadonlySet<string>) {
    this.all = roots.some(({ name }) => name === '');
    this.kinds = new Map(roots.filter(({ name }) => name !== '').map(({ name, kind }) => [name, kind]));
    this.ignored = ignored;
    this.empty = new Set(this.kinds.keys());
  }

  /** The entries that lie under a root. */
  keep(entries: Entry[]): Entry[] {
    if (this.kinds.size === 0) return entries;
    return entries.filter((entry) => this.note(entry) || this.all);
  }

  /** Roots that are to be read beside what git listed: the ignored ones, and those where it listed nothing. */
  rest(): NamedRoot[] {
    return [...this.kinds]
      .filter(([name, kind]) => this.empty.has(name) || (kind === 'folder' && this.ignored.has(name)))
      .map(([name, kind]) => ({ name, kind }));
  }

  wasTracked(name: string): boolean {
    return this.tracked.has(name);
  }

  /** True where the entry lies under a root with a name. */
  private note(entry: Entry): boolean {
    let under = false;
    for (let end = entry.name.length; end > 0; end = entry.name.lastIndexOf('/', end - 1)) {
      const folder = entry.name.slice(0, end);
      if (!this.kinds.has(folder)) continue;
      under = true;
      this.empty.delete(folder);
      if (this.ignored.has(folder)) this.tracked.add(entry.name);
    }
    return under;
  }
}
