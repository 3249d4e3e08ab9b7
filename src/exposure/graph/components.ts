import type { Handed, Outline } from '../../syntax/outline/index.ts';
import type { Side } from '../side.ts';
import { namesOf } from './name-index.ts';
import { Origins } from './origins.ts';

/** Components within components that a value is followed through. */
const mostComponents = 6;

/** What components show of what they are given. */
export class Components {
  readonly #side: Side;
  readonly #origins: Origins;

  constructor(side: Side) {
    this.#side = side;
    this.#origins = new Origins(side);
  }

  /** What a module hands on. */
  handedBy(path: string): readonly Handed[] {
    const handed = this.#side.outline(path)?.units.flatMap((unit) => unit.handed) ?? [];
    return /\.(?:vue|svelte)$/.test(path) ? [...handed, ...this.#side.shown(path)] : handed;
  }

  /** What the markup of a component shows. */
  shownBy(target: string, imported: string): readonly Handed[] {
    if (/\.(?:astro|vue|svelte)$/.test(target)) return this.handedBy(target).filter(({ kind }) => kind === 'markup');
    const local = this.#origins.localOf(target, imported);
    const outline = local === undefined ? undefined : this.#side.outline(target);
    const units = outline && local !== undefined ? (namesOf(outline).declared.get(local) ?? []) : [];
    return units.flatMap(({ handed }) => handed.filter(({ kind }) => kind === 'markup'));
  }

  /** An element of the page takes its values along; so does a component that runs in the browser. */
  goesOut(path: string, { tag, attribute }: Handed, depth = 0): boolean {
    if (tag === undefined || (tag === 'Fragment' && this.#origins.importsOf(path, tag).length === 0)) return true;
    if (depth > mostComponents) return false;
    const targets = this.#origins.importsOf(path, tag);
    if (targets.some(({ path: target }) => this.#side.boundary(target) === 'client')) return true;
    // What a package makes of a value is not known; that it shows it is likely.
    if (targets.length === 0 && this.#isFromOutside(path, tag)) return true;
    // A component of the server sends on what its own markup shows.
    return [{ path, imported: tag }, ...targets].some(({ path: target, imported }) => {
      const isOwn = target === path;
      const units = isOwn
        ? this.#side.outline(path)
          ? [...(namesOf(this.#side.outline(path) as Outline).declared.get(tag) ?? [])]
          : []
        : [];
      const all = isOwn ? units.flatMap(({ handed }) => handed) : this.shownBy(target, imported);
      return all.some(
        (inner) =>
          inner.kind === 'markup' &&
          inner.value.names.some(
            ({ name, member }) => attribute === undefined || name === attribute || member === attribute,
          ) &&
          this.goesOut(target, inner, depth + 1),
      );
    });
  }

  /** True for a name that is imported from a package which is no part of the project. */
  #isFromOutside(path: string, local: string): boolean {
    const outline = this.#side.outline(path);
    const sites = outline ? (namesOf(outline).imported.get(local) ?? []) : [];
    return sites.some(({ site: { specifier } }) => /^(?:@[\w-]+\/)?[a-z]/.test(specifier));
  }
}
