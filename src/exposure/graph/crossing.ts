import type { Exposure, Step } from '../../model/index.ts';
import type { Handed, Outline, Use, Value } from '../../syntax/outline/index.ts';
import type { Place, Side } from '../side.ts';
import type { Tree } from '../tree.ts';
import { lineAt } from '../way.ts';
import { namesOf } from './name-index.ts';
import { readPage } from './page.ts';
import { partsOf } from './parts.ts';
import { asWritten } from './read-module.ts';
import { leadingTo } from './roads.ts';

/** Modules between a value and the page it goes into that are looked at. */
const mostModules = 400;
/** Components within components that a value is followed through. */
const mostComponents = 6;

/** Follows values that a server writes into a page: what markup shows, what loaders return, what client components are given. */
export class Crossing {
  readonly #side: Side;
  readonly #tree: Tree;

  constructor(side: Side, tree: Tree) {
    this.#side = side;
    this.#tree = tree;
  }

  /** The way of the value at a place into a page, or nothing where none is seen. */
  wayOf(place: Place): Exposure | undefined {
    const reached = this.#side.server().from;
    const near = leadingTo([place.path], reached, this.#side.links, (path) => this.#side.boundary(path) === 'client');
    for (const path of [...near].slice(0, mostModules)) {
      const handing = this.#side.shape.handing?.(path);
      // What a client module shows is decided by whether browsers get the module.
      if (!handing || this.#side.boundary(path) === 'client') continue;
      if (!this.#side.renders(path)) continue;
      if (handing.markup && path === place.path && this.#isMarkup(place))
        return this.#exposure(place, path, place.start);
      const outline = this.#outline(path);
      for (const unit of outline?.units ?? [])
        if (
          unit.value &&
          unit.names.some((name) => handing.values?.includes(name)) &&
          this.#holds(unit.value, path, place, new Set())
        )
          return this.#exposure(place, path, unit.start);
      for (const handed of outline?.units.flatMap((unit) => unit.handed) ?? []) {
        const counts =
          handed.kind === 'return'
            ? handing.returns.includes(handed.by ?? '')
            : handing.markup && this.#side.renders(path, handed.at) && this.#goesOut(path, handed);
        if (counts && this.#holds(handed.value, path, place, new Set())) return this.#exposure(place, path, handed.at);
      }
    }
    return undefined;
  }

  /** Plain markup of a page, outside of what is computed. */
  #isMarkup({ path, start, end }: Place): boolean {
    if (!/\.(?:astro|mdx?|html)$/.test(path)) return false;
    const text = this.#tree.read(path) ?? '';
    const part = partsOf(path, text).find((each) => start < each.end && end > each.start);
    if (!part) return false;
    if (part.kind === 'script') return path.endsWith('.astro') && /\bis:inline\b|\bdefine:vars\b/.test(part.attributes);
    return part.kind === 'markup' && !isComputed(text.slice(part.start, start)) && !isForComponent(text, start);
  }

  #outline(path: string): Outline | undefined {
    if (path.endsWith('.astro')) return readPage(this.#tree.read(path) ?? '', asWritten);
    const module = this.#side.module(path, true);
    return module?.kind === 'program' || module?.kind === 'component' ? module.outline : undefined;
  }

  /** An element of the page takes its values along; so does a component that runs in the browser. */
  #goesOut(path: string, { tag, attribute }: Handed, depth = 0): boolean {
    if (tag === undefined) return true;
    if (depth > mostComponents) return false;
    const targets = this.#importsOf(path, tag);
    if (targets.some(({ path: target }) => this.#side.boundary(target) === 'client')) return true;
    // What a package makes of a value is not known; that it shows it is likely.
    if (targets.length === 0 && this.#isFromOutside(path, tag)) return true;
    // A component of the server sends on what its own markup shows.
    return [{ path, imported: tag }, ...targets].some(({ path: target, imported }) => {
      const isPage = target.endsWith('.astro') && target !== path;
      const local = target === path ? tag : isPage ? '' : this.#localOf(target, imported);
      const outline = local === undefined ? undefined : this.#outline(target);
      const units = isPage
        ? (outline?.units ?? [])
        : outline && local !== undefined
          ? (namesOf(outline).declared.get(local) ?? [])
          : [];
      return units.some(({ handed }) =>
        handed.some(
          (inner) =>
            inner.kind === 'markup' &&
            inner.value.names.some(
              ({ name, member }) => attribute === undefined || name === attribute || member === attribute,
            ) &&
            this.#goesOut(target, inner, depth + 1),
        ),
      );
    });
  }

  #importsOf(path: string, local: string): { readonly path: string; readonly imported: string }[] {
    const outline = this.#outline(path);
    return (outline ? (namesOf(outline).imported.get(local) ?? []) : []).flatMap(({ site, binding }) =>
      this.#side.links
        .resolve(site.specifier, path)
        .flatMap((target) => this.#origins(target, binding.imported, new Set())),
    );
  }

  /** Where an export is declared, through modules that pass it on. */
  #origins(path: string, name: string, seen: Set<string>): { readonly path: string; readonly imported: string }[] {
    const key = `${path}\n${name}`;
    if (seen.has(key)) return [];
    seen.add(key);
    const outline = this.#outline(path);
    if (!outline) return [{ path, imported: name }];
    const { exported } = namesOf(outline);
    const sites = exported.get(name) ?? (name === 'default' ? [] : (exported.get('*') ?? []));
    const further = sites.flatMap(({ from, imported, name: own }) =>
      from === undefined
        ? []
        : this.#side.links
            .resolve(from, path)
            .flatMap((target) => this.#origins(target, own === '*' ? name : (imported ?? name), seen)),
    );
    return further.length > 0 ? further : [{ path, imported: name }];
  }

  /** Whether the value is, or is made of, what stands at a place. */
  #holds(value: Value, path: string, place: Place, seen: Set<string>): boolean {
    if (path === place.path && value.texts.some((text) => place.start < text.end && place.end > text.start))
      return true;
    if (place.design && path === place.path && value.names.some(({ at }) => at >= place.start && at < place.end))
      return true;
    return value.names.some((use) => this.#nameHolds(use, path, place, seen));
  }

  #nameHolds(
    { name, path: members = [], called }: Pick<Use, 'name' | 'path' | 'called'>,
    path: string,
    place: Place,
    seen: Set<string>,
  ): boolean {
    const key = `${path}\n${name}\n${members.join('.')}\n${called}`;
    if (seen.has(key)) return false;
    seen.add(key);
    const outline = this.#outline(path);
    if (!outline) return false;
    for (const unit of namesOf(outline).declared.get(name) ?? []) {
      const values = called
        ? unit.handed.filter(({ kind }) => kind === 'return').map(({ value }) => value)
        : unit.value
          ? [unit.value]
          : [];
      if (values.some((value) => this.#partHolds(value, members, path, place, seen))) return true;
    }
    const [member, ...rest] = members;
    for (const { path: target, imported } of this.#importsOf(path, name)) {
      const wanted = imported === '*' ? member : imported;
      const inner = wanted === undefined ? undefined : this.#localOf(target, wanted);
      const use = { name: inner ?? '', path: imported === '*' ? rest : members, ...(called ? { called } : {}) };
      if (inner !== undefined && this.#nameHolds(use, target, place, seen)) return true;
    }
    return false;
  }

  /** Whether a member of a value holds the place, or all of it where the member cannot be told. */
  #partHolds(value: Value, members: readonly string[], path: string, place: Place, seen: Set<string>): boolean {
    const [member, ...rest] = members;
    if (member === undefined || value.members === undefined) {
      const whole =
        member === undefined ? value : { ...value, names: value.names.map((use) => extended(use, members)) };
      return this.#holds(whole, path, place, seen);
    }
    const part = value.members.get(member);
    return part !== undefined && this.#partHolds(part, rest, path, place, seen);
  }

  /** True for a name that is imported from a package which is no part of the project. */
  #isFromOutside(path: string, local: string): boolean {
    const outline = this.#outline(path);
    const sites = outline ? (namesOf(outline).imported.get(local) ?? []) : [];
    return sites.some(({ site: { specifier } }) => /^(?:@[\w-]+\/)?[a-z]/.test(specifier));
  }

  #localOf(path: string, name: string): string | undefined {
    const outline = this.#outline(path);
    return (
      outline &&
      namesOf(outline)
        .exported.get(name)
        ?.find(({ local }) => local !== undefined)?.local
    );
  }

  #exposure(place: Place, path: string, at: number): Exposure {
    const step = (file: string, position: number, why: string): Step => ({
      file,
      line: lineAt(this.#tree.read(file) ?? '', position),
      why,
    });
    const way = [step(place.path, place.start, 'the secret'), step(path, at, 'goes into the page')];
    return { kind: 'client', way, reason: `the server writes it into the page: ${path}` };
  }
}

/** A name of which further members are read. */
const extended = (use: Use, members: readonly string[]): Use => ({ ...use, path: [...(use.path ?? []), ...members] });

/** True within the tag of a component that only the server runs: what it makes of the value is not known. */
function isForComponent(text: string, start: number): boolean {
  const open = text.lastIndexOf('<', start);
  const end = text.indexOf('>', start);
  const tag = text.slice(open, end < 0 ? start : end);
  return /^<[A-Z]/.test(tag) && !text.slice(open, start).includes('>') && !/\sclient:/.test(tag);
}

/** True where the end of a piece of markup stands within `{…}`. */
function isComputed(before: string): boolean {
  let depth = 0;
  for (const character of before) {
    if (character === '{') depth++;
    else if (character === '}' && depth > 0) depth--;
  }
  return depth > 0;
}
