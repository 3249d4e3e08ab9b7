import type { Values } from './value.ts';

/** The fields of an object of which the names are known, and each value is found when it is asked for. */
export class LazyFields implements ReadonlyMap<string, Values> {
  readonly #names: ReadonlySet<string>;
  readonly #find: (name: string) => Values;

  /** @param find is asked again each time: what a value is may not be known yet while it is looked for */
  constructor(names: ReadonlySet<string>, find: (name: string) => Values) {
    this.#names = names;
    this.#find = find;
  }

  get size(): number {
    return this.#names.size;
  }

  has(name: string): boolean {
    return this.#names.has(name);
  }

  get(name: string): Values | undefined {
    return this.#names.has(name) ? this.#find(name) : undefined;
  }

  keys(): SetIterator<string> {
    return this.#names.values();
  }

  values(): MapIterator<Values> {
    return this.#all().values();
  }

  entries(): MapIterator<[string, Values]> {
    return this.#all().entries();
  }

  [Symbol.iterator](): MapIterator<[string, Values]> {
    return this.entries();
  }

  forEach(take: (values: Values, name: string, map: ReadonlyMap<string, Values>) => void): void {
    for (const [name, values] of this.#all()) take(values, name, this);
  }

  #all(): Map<string, Values> {
    return new Map([...this.#names].map((name) => [name, this.#find(name)]));
  }
}
