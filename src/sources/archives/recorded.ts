import type { Budget } from './budget.ts';

/**
 * A stream of which the bytes are counted, and of which a failure is kept: whoever reads it sees its end and asks then
 * why it ended.
 */
export class Recorded implements AsyncIterable<Buffer> {
  failure: unknown;
  readonly #source: AsyncIterator<Uint8Array>;
  readonly #budget: Budget | undefined;

  constructor(source: AsyncIterable<Uint8Array>, budget: Budget | undefined) {
    this.#source = source[Symbol.asyncIterator]();
    this.#budget = budget;
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<Buffer> {
    for (;;) {
      const chunk = await this.#next();
      if (!chunk) return;
      yield chunk;
    }
  }

  /** The first bytes, `least` of them where there are so many, and the whole stream with them. */
  async peek(least: number): Promise<{ readonly first: Buffer; all(): AsyncGenerator<Buffer> }> {
    let first = Buffer.alloc(0);
    while (first.length < least) {
      const chunk = await this.#next();
      if (!chunk) break;
      first = Buffer.concat([first, chunk]);
    }
    const rest = this[Symbol.asyncIterator].bind(this);
    const failed = () => this.failure;
    return {
      first,
      async *all() {
        if (first.length > 0) yield first;
        yield* rest();
        // The reader of a whole stream is told that it broke.
        if (failed() !== undefined) throw failed();
      },
    };
  }

  /** Ends the stream before its end. */
  async close(): Promise<void> {
    await this.#source.return?.();
  }

  async #next(): Promise<Buffer | undefined> {
    if (this.failure !== undefined) return undefined;
    try {
      const { done, value } = await this.#source.next();
      if (done) return undefined;
      this.#budget?.unpacked(value.length);
      return Buffer.from(value.buffer, value.byteOffset, value.byteLength);
    } catch (error) {
      this.failure = error;
      await this.#source.return?.();
      return undefined;
    }
  }
}
