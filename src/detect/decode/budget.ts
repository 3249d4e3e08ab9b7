/** Encodings within encodings that are undone. */
const mostDepth = 3;
const mostBytes = 32 << 20;

/** What may be decoded of one content: a depth, and bytes over all depths. */
export class DecodeBudget {
  readonly #spent: { bytes: number };
  readonly #depth: number;

  constructor(depth = 0, spent = { bytes: 0 }) {
    this.#depth = depth;
    this.#spent = spent;
  }

  /** Bytes that may still be decoded; none at the deepest level. */
  get left(): number {
    return this.#depth >= mostDepth ? 0 : mostBytes - this.#spent.bytes;
  }

  /** Takes bytes for one decoded text. False where there are not so many left: then nothing more is decoded. */
  spend(bytes: number): boolean {
    const enough = bytes <= this.left;
    this.#spent.bytes += enough ? bytes : mostBytes;
    return enough;
  }

  /** The budget of what a decoded text holds itself. */
  deeper(): DecodeBudget {
    return new DecodeBudget(this.#depth + 1, this.#spent);
  }
}
