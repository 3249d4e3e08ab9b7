/** What reading one program may cost. Steps and sizes, never time: the same input gives the same result anywhere. */
export interface Budget {
  /** Bytes of a file above which it is not parsed. Default 4 MiB. */
  readonly bytes?: number;
  /** Bytes above which, where places are given, only what lies around them is parsed. Default 256 KiB. */
  readonly whole?: number;
  /** Nodes, list items and loop turns that folding looks at. Default one million. */
  readonly steps?: number;
  /** Characters that folding makes. Default 16 million. */
  readonly characters?: number;
  /** Other files opened to follow imports. Default 16. */
  readonly modules?: number;
}

export const defaultBudget = {
  bytes: 4 << 20,
  whole: 256 << 10,
  steps: 1_000_000,
  characters: 16_000_000,
  modules: 16,
} as const satisfies Required<Budget>;

/** Counts what folding spends. Once a bound is passed it stays passed, and folding answers "unknown" from then on. */
export class Meter {
  #steps: number;
  #characters: number;
  #exhausted = false;

  constructor(budget: Required<Budget>) {
    this.#steps = budget.steps;
    this.#characters = budget.characters;
  }

  /** True where a bound was passed: what was folded is not all there is. */
  get exhausted(): boolean {
    return this.#exhausted;
  }

  /** Notes that something was given up for a reason of its own, such as too deep a nesting. */
  giveUp(): void {
    this.#exhausted = true;
  }

  /** Takes steps; false where there are none left. */
  step(count = 1): boolean {
    this.#steps -= count;
    if (this.#steps < 0) this.#exhausted = true;
    return this.#steps >= 0;
  }

  /** Takes characters that are about to be made; false where there are none left. */
  make(characters: number): boolean {
    if (!(characters <= this.#characters)) {
      this.#exhausted = true;
      return false;
    }
    this.#characters -= characters;
    return true;
  }
}
