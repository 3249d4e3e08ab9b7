import type { Reach } from './reach.ts';

/** A reach that takes in one start after the other, only as far as an answer needs. */
export class Growing {
  readonly #reach: Reach;
  readonly #starts: Iterator<string>;
  readonly #enter: (path: string) => void;

  /**
   * @param starts modules, those first that are likely to tell
   * @param enter takes one of them into the reach
   */
  constructor(reach: Reach, starts: Iterable<string>, enter: (path: string) => void) {
    this.#reach = reach;
    this.#starts = starts[Symbol.iterator]();
    this.#enter = enter;
  }

  /**
   * The reach, once it shows something; nothing where all starts together do not.
   * @param shows true stays true when more is taken in
   */
  until(shows: (reach: Reach) => boolean): Reach | undefined {
    while (!shows(this.#reach)) {
      const { done, value } = this.#starts.next();
      if (done) return undefined;
      this.#enter(value);
    }
    return this.#reach;
  }

  /** The reach with all of its starts. */
  whole(): Reach {
    this.until(() => false);
    return this.#reach;
  }
}
