import type { Unit, Value } from '../../syntax/outline/index.ts';
import type { Bundler } from '../shape.ts';

/** What of each constant is read: some of its members, or all. */
export class Reads {
  readonly #known = new Map<Unit, (readonly string[])[] | 'all'>();

  /** @param members one within the other; nothing where the constant is read as a whole */
  add(unit: Unit, members: readonly string[] | undefined): void {
    const known = this.#known.get(unit);
    if (known === 'all') return;
    if (members === undefined || members.length === 0) this.#known.set(unit, 'all');
    else if (known) known.push(members);
    else this.#known.set(unit, [members]);
  }

  /**
   * Whether a text of a unit is left out: it belongs to a member that nothing reads, or only its length is asked.
   * @param isShared whether more than one chunk of the output uses the constant
   */
  leavesOut(unit: Unit, start: number, end: number, bundler: Bundler, isShared: () => boolean): boolean {
    const read = this.#known.get(unit);
    if (!read || read === 'all') return false;
    if (unit.isText) return bundler.foldsTexts === 'constants' && read.every(([member]) => member === 'length');
    if (!unit.members || !shakes(unit, bundler, isShared)) return false;
    const own = pathTo(unit.members, start, end);
    return own.length > 0 && !read.some((other) => other.every((name, index) => (own[index] ?? name) === name));
  }
}

function shakes({ isEnum }: Unit, { shakesEnums, shakesMembers }: Bundler, isShared: () => boolean): boolean {
  if (isEnum) return shakesEnums === 'all' || (shakesEnums === 'const' && isEnum === 'const enum');
  return shakesMembers === 'everywhere' || (shakesMembers === 'in one chunk' && !isShared());
}

/** The names of the members in each other that a place stands in, from the outside. */
function pathTo(members: ReadonlyMap<string, Value>, start: number, end: number): string[] {
  for (const [name, value] of members)
    if (value.texts.some((text) => start < text.end && end > text.start))
      return [name, ...(value.members ? pathTo(value.members, start, end) : [])];
  return [];
}
