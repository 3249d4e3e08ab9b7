import type { Links } from './links.ts';

/** Tells modules that more than one chunk of a build's output uses: what is in them cannot be seen through. */
export class Chunks {
  readonly #starts: Set<string>;
  readonly #copied: ReadonlySet<string>;
  readonly #importers = new Map<string, string[]>();
  readonly #known = new Map<string, boolean>();

  /**
   * @param reached every module of the client's side
   * @param copies whether each entry has a copy of what it shares with others
   */
  constructor(
    entries: ReadonlyMap<string, unknown>,
    reached: ReadonlyMap<string, unknown>,
    links: Links,
    copies = false,
  ) {
    this.#starts = new Set(copies ? [] : entries.keys());
    this.#copied = new Set(copies ? entries.keys() : []);
    for (const from of reached.keys())
      for (const { path, later } of links.from(from)) {
        if (later) {
          this.#starts.add(path);
          continue;
        }
        const importers = this.#importers.get(path);
        if (importers) importers.push(from);
        else this.#importers.set(path, [from]);
      }
  }

  /** True where all that imports a module belongs to one chunk, as far as imports tell. */
  isAlone(path: string): boolean {
    const known = this.#known.get(path);
    if (known !== undefined) return known;
    let found = 0;
    let isInEntry = false;
    const seen = new Set([path]);
    for (const each of seen) {
      if (this.#starts.has(each)) found++;
      else if (this.#copied.has(each) && !isInEntry) {
        isInEntry = true;
        found++;
      }
      if (found > 1) break;
      for (const importer of this.#importers.get(each) ?? []) seen.add(importer);
    }
    this.#known.set(path, found < 2);
    return found < 2;
  }
}
