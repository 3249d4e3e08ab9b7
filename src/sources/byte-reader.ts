/** Reads a stream of chunks by lines and by counts of bytes, holding one chunk at a time. */
export class ByteReader {
  readonly #chunks: AsyncIterator<Buffer>;
  #chunk: Buffer = Buffer.alloc(0);
  #at = 0;

  constructor(stream: AsyncIterable<Buffer>) {
    this.#chunks = stream[Symbol.asyncIterator]();
  }

  /** The text up to the next LF, without it; nothing where the stream ends before one. */
  async line(): Promise<string | undefined> {
    let text = '';
    while (await this.#some()) {
      const end = this.#chunk.indexOf(10, this.#at);
      text += this.#chunk.toString('latin1', this.#at, end === -1 ? this.#chunk.length : end);
      this.#at = end === -1 ? this.#chunk.length : end + 1;
      if (end !== -1) return text;
    }
    return undefined;
  }

  /** Fills the space from the stream; gives how many bytes there were: fewer only where the stream ended. */
  async fill(space: Buffer): Promise<number> {
    let filled = 0;
    while (filled < space.length && (await this.#some())) {
      const copied = this.#chunk.copy(space, filled, this.#at);
      this.#at += copied;
      filled += copied;
    }
    return filled;
  }

  async skip(bytes: number): Promise<void> {
    let left = bytes;
    while (left > 0 && (await this.#some())) {
      const step = Math.min(left, this.#chunk.length - this.#at);
      this.#at += step;
      left -= step;
    }
  }

  /** True where bytes are at hand. A stream that breaks has ended: whoever started it knows why. */
  async #some(): Promise<boolean> {
    while (this.#at >= this.#chunk.length) {
      const next = await this.#chunks.next().catch(() => ({ done: true, value: undefined }) as const);
      if (next.done) return false;
      this.#chunk = next.value;
      this.#at = 0;
    }
    return true;
  }
}
