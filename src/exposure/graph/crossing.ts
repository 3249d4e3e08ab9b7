import type { Exposure, Step } from '../../model/index.ts';
import type { Handed, Outline } from '../../syntax/outline/index.ts';
import { isFetched } from '../actions.ts';
import type { Place } from '../place.ts';
import type { Side } from '../side.ts';
import type { Tree } from '../tree.ts';
import { lineAt } from '../way.ts';
import { directivesIn } from './directives.ts';
import { Holding } from './holding.ts';
import { isLeftOut, keyAt, namesSetting, type Settings } from './matter.ts';
import { namesOf, setsLocals } from './name-index.ts';
import { Origins } from './origins.ts';
import { partsOf } from './parts.ts';
import { leadingTo } from './roads.ts';
import { RoutesOf } from './routes.ts';

/** Addresses that everyone asks for: feeds, maps of sites, `robots.txt`. */
const isDocument = (address: string): boolean => /\.(?:txt|xml|rss|atom|ics|webmanifest)$/.test(address);
const voids = /^(?:meta|link|img|br|hr|input|source|area|base|col|embed|track|wbr)$/i;
/** Modules between a value and the page it goes into that are looked at. */
const mostModules = 400;
/** Components within components that a value is followed through. */
const mostComponents = 6;

/** Follows values that a server writes into a page: what markup shows, what loaders return, what client components are given. */
export class Crossing {
  readonly #side: Side;
  readonly #tree: Tree;
  readonly #place: Place;
  readonly #holding: Holding;
  readonly #origins: Origins;

  /** Follows the value at one place. */
  constructor(side: Side, tree: Tree, place: Place) {
    this.#side = side;
    this.#tree = tree;
    this.#place = place;
    this.#holding = new Holding(side, tree, place);
    this.#origins = new Origins(side);
  }

  /** The modules that may hand the value on. */
  #near(): ReadonlySet<string> {
    const reached = this.#side.server().from;
    const isClient = (path: string): boolean => this.#side.boundary(path) === 'client';
    const near = leadingTo([this.#place.path], reached, this.#side.links, isClient);
    if ([...near].some((path) => setsLocals(this.#tree.read(path), () => this.#side.outline(path))))
      for (const path of reached.keys()) if (/\b(?:locals|context)\b/.test(this.#tree.read(path) ?? '')) near.add(path);
    return near;
  }

  /** The way of the value into a page, or nothing where none is seen. */
  way(): Exposure | undefined {
    const place = this.#place;
    const near = this.#near();
    const reached = this.#side.server().from;
    for (const path of [...near].slice(0, mostModules)) {
      const handing = this.#side.shape.handing?.(path);
      // What a client module shows is decided by whether browsers get the module.
      if (!handing || this.#side.boundary(path) === 'client') continue;
      if (/\.mdx?$/.test(path) && isLeftOut(this.#tree.read(path) ?? '', reached.keys(), this.#tree)) continue;
      const { asked } = handing;
      if (!this.#side.renders(path) || (asked !== undefined && !isDocument(asked) && !this.#side.asked.asks(asked)))
        continue;
      if (handing.markup === true && path === place.path && this.#isMarkup(place))
        return this.#exposure(place, path, place.start);
      if (handing.matter && path === place.path && this.#isNamedMatter(handing.matter))
        return this.#exposure(place, path, place.start);
      const outline = this.#side.outline(path);
      for (const unit of outline?.units ?? [])
        if (
          unit.value &&
          unit.names.some((name) => handing.values?.includes(name)) &&
          this.#holding.holds(unit.value, path)
        )
          return this.#exposure(place, path, unit.start);
      for (const handed of this.#handedBy(path)) {
        const counts =
          handed.kind === 'return'
            ? (handing.returns.includes(handed.by ?? '') && !(handing.asked && isOption(handed))) ||
              this.#isAction(path, handed)
            : handed.kind === 'answer'
              ? handing.answers === true
              : handed.kind === 'error'
                ? handing.errors === true && this.#side.renders(path, handed.at)
                : handed.kind === 'markup' &&
                  handing.markup !== false &&
                  this.#side.renders(path, handed.at) &&
                  this.#goesOut(path, handed);
        if (counts && this.#holdsShown(path, handed)) return this.#exposure(place, path, handed.at);
      }
    }
    const routes = new RoutesOf(this.#side, near);
    const answered = routes.answering((...asked) => this.#holding.holds(...asked));
    return answered && this.#exposure(place, answered.path, answered.at);
  }

  /** True for what a function gives back that browsers call and the server runs. */
  #isAction(path: string, { by, member }: Handed): boolean {
    const isMarked = directivesIn(this.#tree.read(path)?.slice(0, 4_000) ?? '').includes('use server');
    return isMarked && by !== undefined && member === undefined && isFetched(path, by, this.#side, this.#tree);
  }

  /** What a module hands on. */
  #handedBy(path: string): readonly Handed[] {
    const handed = this.#side.outline(path)?.units.flatMap((unit) => unit.handed) ?? [];
    return /\.(?:vue|svelte)$/.test(path) ? [...handed, ...this.#side.shown(path)] : handed;
  }

  /** Plain markup of a page, outside of what is computed. */
  #isMarkup({ path, start, end }: Place): boolean {
    if (!/\.(?:astro|mdx?|html|vue|svelte)$/.test(path)) return false;
    const text = this.#tree.read(path) ?? '';
    if (path.endsWith('.md') && isInComment(text, start)) return true;
    const part = partsOf(path, text).find((each) => start < each.end && end > each.start);
    if (!part) return false;
    if (path.endsWith('.astro') && isDroppedComment(text, start)) return false;
    if (part.kind === 'script')
      return (
        path.endsWith('.astro') &&
        /\bis:inline\b|\bdefine:vars\b/.test(part.attributes) &&
        !this.#isLeftOut(path, start)
      );
    return part.kind === 'markup' && !isComputed(text.slice(part.start, start)) && !isForComponent(text, start);
  }

  /** True in a branch that a page never shows. */
  #isLeftOut(path: string, at: number): boolean {
    const around = this.#side.outline(path)?.units.filter(({ start, end }) => at >= start && at < end) ?? [];
    return around.length > 0 && !around.some(({ texts }) => texts.some(({ start, end }) => at >= start && at < end));
  }

  /** A setting of a document that a page names. */
  #isNamedMatter(settings: Settings): boolean {
    const { path, start } = this.#place;
    const text = this.#tree.read(path) ?? '';
    const part = partsOf(path, text).find((each) => start >= each.start && start < each.end);
    if (!path.endsWith('.json') && part?.kind !== 'matter') return false;
    const key = keyAt(text, part?.start ?? 0, start);
    return key !== undefined && namesSetting(key, settings, this.#side.server().from.keys(), this.#tree);
  }

  /** Whether a value holds the place; of an object that is spread into a component, what that component shows of it. */
  #holdsShown(path: string, { kind, tag, attribute, value }: Handed): boolean {
    const isSpread = kind === 'markup' && tag !== undefined && attribute === undefined;
    const targets = isSpread ? this.#origins.importsOf(path, tag) : [];
    if (targets.length === 0 || targets.some(({ path: target }) => this.#side.boundary(target) === 'client'))
      return this.#holding.holds(value, path);
    const shown = new Set(
      targets.flatMap(({ path: target, imported }) =>
        this.#shownBy(target, imported).flatMap(({ value: { names } }) =>
          names.flatMap(({ name, path: read = [] }) => [name, ...read]),
        ),
      ),
    );
    return [...shown].some((member) => this.#holding.holds(value, path, [member]));
  }

  /** What the markup of a component shows. */
  #shownBy(target: string, imported: string): readonly Handed[] {
    if (/\.(?:astro|vue|svelte)$/.test(target)) return this.#handedBy(target).filter(({ kind }) => kind === 'markup');
    const local = this.#origins.localOf(target, imported);
    const outline = local === undefined ? undefined : this.#side.outline(target);
    const units = outline && local !== undefined ? (namesOf(outline).declared.get(local) ?? []) : [];
    return units.flatMap(({ handed }) => handed.filter(({ kind }) => kind === 'markup'));
  }

  /** An element of the page takes its values along; so does a component that runs in the browser. */
  #goesOut(path: string, { tag, attribute }: Handed, depth = 0): boolean {
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
      const all = isOwn ? units.flatMap(({ handed }) => handed) : this.#shownBy(target, imported);
      return all.some(
        (inner) =>
          inner.kind === 'markup' &&
          inner.value.names.some(
            ({ name, member }) => attribute === undefined || name === attribute || member === attribute,
          ) &&
          this.#goesOut(target, inner, depth + 1),
      );
    });
  }

  /** True for a name that is imported from a package which is no part of the project. */
  #isFromOutside(path: string, local: string): boolean {
    const outline = this.#side.outline(path);
    const sites = outline ? (namesOf(outline).imported.get(local) ?? []) : [];
    return sites.some(({ site: { specifier } }) => /^(?:@[\w-]+\/)?[a-z]/.test(specifier));
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

/** True for what an option of an endpoint gives back: `getKey`, but not `handler`. */
const isOption = ({ by, member }: Handed): boolean => by === 'default' && member !== undefined && member !== 'handler';

/** True within the tag of a component that only the server runs: what it makes of the value is not known. */
function isForComponent(text: string, start: number): boolean {
  const open = text.lastIndexOf('<', start);
  const end = text.indexOf('>', start);
  const tag = text.slice(open, end < 0 ? start : end);
  return /^<[A-Z]/.test(tag) && !text.slice(open, start).includes('>') && !/\sclient:/.test(tag);
}

/** True in a comment of markup. */
function isInComment(text: string, at: number): boolean {
  const open = text.lastIndexOf('<!--', at);
  return open >= 0 && !text.slice(open, at).includes('-->');
}

/** True in a comment among what a component is given: Astro leaves those out. */
function isDroppedComment(text: string, at: number): boolean {
  if (!isInComment(text, at)) return false;
  const before = text.slice(0, text.lastIndexOf('<!--', at));
  const around: string[] = [];
  for (const [tag, end, name = ''] of before.matchAll(/<(\/?)([A-Za-z][\w.-]{0,80})(?:[^<>]{0,2000}?)>/g))
    if (end !== '') around.pop();
    else if (!tag.endsWith('/>') && !voids.test(name)) around.push(name);
  return /^[A-Z]/.test(around.at(-1) ?? '');
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
