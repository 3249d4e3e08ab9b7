import type { Exposure } from '../model/index.ts';
import type { Growing } from './graph/growing.ts';
import type { Reach } from './graph/reach.ts';
import { leadingTo } from './graph/roads.ts';
import type { Place } from './place.ts';
import type { Side } from './side.ts';
import { wayOf } from './way.ts';

/** Decides for places of one module whether the client's build takes them in, reading no more modules than that needs. */
export class Shipping {
  readonly #path: string;
  readonly #side: Side;
  #near: Growing | undefined;
  #shortest: Growing | undefined;
  #all: Growing | undefined;

  constructor(path: string, side: Side) {
    this.#path = path;
    this.#side = side;
  }

  /** How a place gets to browsers, or nothing. */
  wayOf(place: Place): Exposure | undefined {
    if (!this.#side.client().from.has(this.#path)) return undefined;
    const taken = (reach: Reach): boolean => reach.takes(place.path, place.start, place.end);
    this.#near ??= this.#nearReach();
    if (!this.#near.until(taken)) return undefined;
    this.#shortest ??= this.#shortestReach();
    const shortest = this.#shortest.until(taken);
    if (shortest) return wayOf(place, shortest.origins, this.#side);
    this.#all ??= this.#wholeReach();
    const all = this.#all.until(taken);
    return all && wayOf(place, all.origins, this.#side);
  }

  /** Takes in all that imports the module, as if everything in it were used: what even that leaves out is never taken. */
  #nearReach(): Growing {
    const { side, path } = { side: this.#side, path: this.#path };
    const reached = side.client().from;
    const near = new Set<string>([path]);
    for (const other of reached.keys())
      if (!side.stops(other) && side.links.from(other).some((link) => link.path === path)) near.add(other);
    return side.reach(
      near,
      [...near].filter((each) => each !== path || side.entries().has(path)),
    );
  }

  /** Takes in the modules on one shortest way only. */
  #shortestReach(): Growing {
    const { from } = this.#side.client();
    const chain = new Set<string>();
    for (let path: string | undefined = this.#path; path !== undefined && !chain.has(path); path = from.get(path)?.path)
      chain.add(path);
    return this.#side.reach(chain, this.#side.entries().keys());
  }

  #wholeReach(): Growing {
    const side = this.#side;
    const leading = leadingTo([this.#path], side.client().from, side.links, (path) => side.stops(path));
    return side.reach(leading, side.entries().keys());
  }
}
