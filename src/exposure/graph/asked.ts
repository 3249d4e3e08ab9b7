import type { Place } from '../place.ts';
import { type Address, addressesIn } from './addresses.ts';

/** A module that asks servers, with what of it is run. */
export interface Asker {
  readonly path: string;
  readonly text: string;
  readonly runs: (place: Place) => boolean;
}

interface Known extends Address {
  readonly by: Asker;
}

interface Index {
  /** Addresses by each of their segments. */
  readonly by: ReadonlyMap<string, readonly Known[]>;
  readonly bases: ReadonlySet<string>;
}

/** Parts that a proxy adds or takes away, or that a client knows beforehand. */
const isRoot = (segments: readonly string[]): boolean =>
  segments.every((segment) => /^(?:api|rest|backend|server|v\d{1,2}|_?functions|rpc)$/.test(segment));
/** What is asked for by following a link is a page, unless its address says otherwise. */
const isData = (segments: readonly string[]): boolean => segments.some((segment) => /^api$|\.\w{2,5}$/.test(segment));

/** What client code asks servers for, by the addresses that its texts name. */
export class Asked {
  readonly #by: () => readonly Asker[];
  readonly #known = new Map<string, boolean>();
  #askers: readonly Asker[] | undefined;
  #all: Index | undefined;

  /** @param by the modules that ask */
  constructor(by: () => readonly Asker[]) {
    this.#by = by;
  }

  /**
   * Whether something asks for an address.
   * @param address `[name]` stands for any segment, `[...name]` for any number of them
   * @param method in capitals; any by default
   */
  asks(address: string, method?: string): boolean {
    const key = `${method ?? ''} ${address}`;
    const known =
      this.#known.get(key) ??
      this.#find(
        address.split('/').filter((part) => part !== ''),
        method,
      );
    this.#known.set(key, known);
    return known;
  }

  /**
   * Whether something calls a procedure by its path.
   * @param names `post`, `list` for `api.post.list.useQuery()`
   */
  calls(names: readonly string[]): boolean {
    const key = names.join('.');
    const known = this.#known.get(key) ?? this.#findCall(names);
    this.#known.set(key, known);
    return known;
  }

  #findCall(names: readonly string[]): boolean {
    const path = names.map((name) => name.replaceAll('$', '\\$')).join('\\s{0,40}\\.\\s{0,40}');
    const ofClient =
      'use\\w{1,40}|query|mutate|subscribe|\\w{0,40}Options|prefetch\\w{0,40}|fetch\\w{0,40}|ensureData|getData|queryKey';
    // Actions of Astro are called themselves: `actions.like(…)`.
    const called =
      names[0] === 'actions'
        ? new RegExp(`(?<![\\w$.])actions\\.(?:\\w{1,60}\\.){0,3}${names.at(-1)}(?:\\.orThrow)?\\s{0,40}\\(`, 'g')
        : new RegExp(`\\.\\s{0,40}${path}\\s{0,40}\\.\\s{0,40}(?:${ofClient})\\s{0,40}(?:<[^;(]{0,200}>)?\\(`, 'g');
    this.#askers ??= this.#by();
    return this.#askers.some(
      (by) =>
        by.text.includes(names.at(-1) ?? '') &&
        [...by.text.matchAll(called)].some(({ index, 0: { length } }) =>
          by.runs({ path: by.path, start: index, end: index + length }),
        ),
    );
  }

  #find(wanted: readonly string[], method: string | undefined): boolean {
    this.#all ??= this.#index();
    const { by, bases } = this.#all;
    // Of an address the last name is left out last.
    const name = wanted.findLast((segment) => !segment.includes('['));
    const addresses = name === undefined ? [...new Set([...by.values()].flat())] : (by.get(name) ?? []);
    return addresses.some(
      (each) =>
        (method === undefined || each.method === undefined || each.method === method) &&
        meets(wanted, each, bases) &&
        each.by.runs({ path: each.by.path, start: each.start, end: each.end }),
    );
  }

  #index(): Index {
    this.#askers ??= this.#by();
    const by = new Map<string, Known[]>();
    const bases = new Set<string>();
    for (const asker of this.#askers)
      for (const address of addressesIn(asker.text)) {
        if (address.isBase) bases.add(address.segments.join('/'));
        for (const segment of new Set(address.segments)) {
          const known = by.get(segment) ?? [];
          known.push({ ...address, by: asker });
          by.set(segment, known);
        }
      }
    return { by, bases };
  }
}

/** Whether what a text names is what a server answers. */
function meets(wanted: readonly string[], { segments, isBased, role }: Address, bases: ReadonlySet<string>): boolean {
  if (fits(wanted, segments)) return role !== 'page' || isData(wanted);
  if (role === 'page') return false;
  const more = segments.length - wanted.length;
  const hasName = wanted.some((segment) => !segment.startsWith('['));
  if (more > 0) return hasName && isRoot(segments.slice(0, more)) && fits(wanted, segments.slice(more));
  if (segments.every((segment) => segment === '*')) return false;
  // A client that knows the root says the rest only.
  for (let left = 1; left < wanted.length; left++) {
    const root = wanted.slice(0, left);
    if (!fits(wanted.slice(left), segments)) continue;
    if (bases.has(root.join('/')) || (isRoot(root) && (isBased || role !== 'other'))) return true;
  }
  return false;
}

/** Whether an address stands for another: what is computed stands for parameters only. */
function fits(wanted: readonly string[], segments: readonly string[]): boolean {
  const [first, ...rest] = wanted;
  const [own, ...others] = segments;
  if (first === undefined) return own === undefined;
  if (first.startsWith('[...') || first.startsWith('[[')) {
    if (rest.length === 0) return own !== undefined || first.startsWith('[[');
    return segments.some((_, index) => fits(rest, segments.slice(index)));
  }
  if (own === undefined) return false;
  return matches(first, own) && fits(rest, others);
}

/** `[id].json` and `[slug]` stand for a segment of that form. */
function matches(wanted: string, own: string): boolean {
  if (!wanted.includes('[')) return wanted === own;
  const [before = '', after = ''] = wanted.split(/\[[^[\]]{0,80}\]/);
  return own === '*' || (own.startsWith(before) && own.endsWith(after));
}
