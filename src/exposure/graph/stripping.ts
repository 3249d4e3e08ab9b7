import type { ImportSite, Outline, Unit } from '../../syntax/outline/index.ts';

/** What is left of a module when a framework has removed some exports from it, with all that only they need. */
export class Stripping {
  readonly #stripped: ReadonlySet<string>;
  readonly #kept: readonly Unit[];

  /** @param names exported names that are removed */
  constructor({ exports, units }: Outline, names: readonly string[]) {
    this.#stripped = new Set(
      names.length === 0
        ? []
        : exports.filter(({ name }) => names.includes(name)).map(({ local, name }) => local ?? name),
    );
    this.#kept = this.#stripped.size === 0 ? units : keptOf(units, (unit) => this.removes(unit));
  }

  removes(unit: Unit): boolean {
    return unit.names.some((name) => this.#stripped.has(name));
  }

  /**
   * Whether an import is there when types, and what was needed by removed code only, are gone.
   * @param elides true where an import goes of which only types are used
   */
  stays({ bindings }: ImportSite, elides: boolean): boolean {
    if (bindings.length === 0 || (!elides && this.#stripped.size === 0)) return true;
    const locals = new Set(bindings.map(({ local }) => local));
    return this.#kept.some(({ uses }) => uses.some(({ name }) => locals.has(name)));
  }
}

function keptOf(units: readonly Unit[], removes: (unit: Unit) => boolean): readonly Unit[] {
  const forRemoved = new Set(units.filter(removes).flatMap(({ uses }) => uses.map(({ name }) => name)));
  const kept = units.filter((unit) => !removes(unit));
  const needed = new Set<string>();
  for (const unit of kept) for (const { name } of unit.uses) if (!unit.names.includes(name)) needed.add(name);
  return kept.filter(
    ({ names }) => names.length === 0 || names.some((name) => !forRemoved.has(name) || needed.has(name)),
  );
}
