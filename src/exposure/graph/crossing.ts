import type { Exposure, Step } from '../../model/index.ts';
import type { Handed } from '../../syntax/outline/index.ts';
import { isFetched } from '../actions.ts';
import type { Place } from '../place.ts';
import type { Handing } from '../shape.ts';
import type { Side } from '../side.ts';
import type { Tree } from '../tree.ts';
import { lineAt } from '../way.ts';
import { Components } from './components.ts';
import { directivesIn } from './directives.ts';
import { Holding } from './holding.ts';
import { isLeftOut, keyAt, namesSetting, type Settings } from './matter.ts';
import { setsLocals } from './name-index.ts';
import { Origins } from './origins.ts';
import { partsOf } from './parts.ts';
import { isPlainMarkup } from './plain-markup.ts';
import { leadingTo } from './roads.ts';
import { RoutesOf } from './routes.ts';

/** Addresses that everyone asks for: feeds, maps of sites, `robots.txt`. */
const isDocument = (address: string): boolean => /\.(?:txt|xml|rss|atom|ics|webmanifest)$/.test(address);
/** Modules between a value and the page it goes into that are looked at. */
const mostModules = 400;

/** Follows values that a server writes into a page: what markup shows, what loaders return, what client components are given. */
export class Crossing {
  readonly #side: Side;
  readonly #tree: Tree;
  readonly #place: Place;
  readonly #holding: Holding;
  readonly #origins: Origins;
  readonly #components: Components;

  /** Follows the value at one place. */
  constructor(side: Side, tree: Tree, place: Place) {
    this.#side = side;
    this.#tree = tree;
    this.#place = place;
    this.#holding = new Holding(side, tree, place);
    this.#origins = new Origins(side);
    this.#components = new Components(side);
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
    const near = this.#near();
    for (const path of [...near].slice(0, mostModules)) {
      const handing = this.#side.shape.handing?.(path);
      // What a client module shows is decided by whether browsers get the module.
      if (!handing || this.#side.boundary(path) === 'client') continue;
      const at = this.#handedOut(path, handing);
      // Whether the module is used at all is the costly question.
      if (at !== undefined && this.#isSent(path, handing)) return this.#exposure(path, at);
    }
    const routes = new RoutesOf(this.#side, near);
    const answered = routes.answering((...asked) => this.#holding.holds(...asked));
    return answered && this.#exposure(answered.path, answered.at);
  }

  /** Where a module hands the value on, if it is used (UTF-16 units). */
  #handedOut(path: string, handing: Handing): number | undefined {
    const { start, path: own } = this.#place;
    if (handing.markup === true && path === own && this.#isMarkup()) return start;
    if (handing.matter && path === own && this.#isNamedMatter(handing.matter)) return start;
    for (const unit of this.#side.outline(path)?.units ?? [])
      if (
        unit.value &&
        unit.names.some((name) => handing.values?.includes(name)) &&
        this.#holding.holds(unit.value, path)
      )
        return unit.start;
    return this.#components
      .handedBy(path)
      .find(
        (handed) => this.#counts(path, handed, handing) && this.#holdsShown(path, handed) && this.#runs(path, handed),
      )?.at;
  }

  /** Whether what a module hands on is of a kind that goes into pages and answers. */
  #counts(path: string, handed: Handed, handing: Handing): boolean {
    switch (handed.kind) {
      case 'return':
        return (
          (handing.returns.includes(handed.by ?? '') && !(handing.asked && isOption(handed))) ||
          this.#isAction(path, handed)
        );
      case 'answer':
        return handing.answers === true;
      case 'error':
        return handing.errors === true;
      default:
        return handed.kind === 'markup' && handing.markup !== false && this.#components.goesOut(path, handed);
    }
  }

  #runs(path: string, { kind, at }: Handed): boolean {
    return (kind !== 'error' && kind !== 'markup') || this.#side.renders(path, at);
  }

  /** Whether a page or an answer is made with the module. */
  #isSent(path: string, { asked }: Handing): boolean {
    if (/\.mdx?$/.test(path) && isLeftOut(this.#tree.read(path) ?? '', this.#side.server().from.keys(), this.#tree))
      return false;
    return this.#side.renders(path) && (asked === undefined || isDocument(asked) || this.#side.asked.asks(asked));
  }

  #isMarkup(): boolean {
    const { path } = this.#place;
    return isPlainMarkup(this.#place, this.#tree.read(path) ?? '', () => this.#side.outline(path));
  }

  /** True for what a function gives back that browsers call and the server runs. */
  #isAction(path: string, { by, member }: Handed): boolean {
    const isMarked = directivesIn(this.#tree.read(path)?.slice(0, 4_000) ?? '').includes('use server');
    return isMarked && by !== undefined && member === undefined && isFetched(path, by, this.#side, this.#tree);
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
        this.#components
          .shownBy(target, imported)
          .flatMap(({ value: { names } }) => names.flatMap(({ name, path: read = [] }) => [name, ...read])),
      ),
    );
    return [...shown].some((member) => this.#holding.holds(value, path, [member]));
  }

  #exposure(path: string, at: number): Exposure {
    const place = this.#place;
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
