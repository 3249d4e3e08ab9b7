import { compiler, type ts } from '../compiler.ts';
import { type Place, placeOf } from './place.ts';
import type { Sites } from './sites.ts';

/**
 * The place of a text, found when it is asked for: of most texts nobody asks. Its outline folds nothing; what stands
 * beside the text is folded for the whole, and only where it may change the role.
 */
export class Placing {
  readonly #node: ts.Node;
  readonly #sites: Sites;
  #place: Place | undefined;

  constructor(node: ts.Node, sites: Sites) {
    this.#node = node;
    this.#sites = sites;
  }

  /** Name and call are as in the whole. */
  get outline(): Place {
    this.#place ??= this.#find();
    return this.#place;
  }

  get whole(): Place {
    if (this.outline.isOpen) this.#place = placeOf(this.#node, this.#sites);
    return this.outline;
  }

  #find(): Place {
    if (compiler.isRegularExpressionLiteral(this.#node)) return { role: 'regex' };
    return compiler.isJsxText(this.#node) ? { role: 'markup' } : placeOf(this.#node, this.#sites, false);
  }
}

/** A place that is known. */
export const placedAt = (place: Place): Pick<Placing, 'outline' | 'whole'> => ({ outline: place, whole: place });
