import { count, size } from '../text/count.ts';

const firstAfter = 400;
const every = 100;

/** One line on a terminal that says how far a scan is. Silent before 0.4 s, and where there is no terminal. */
export class Progress {
  readonly #stream: NodeJS.WriteStream | undefined;
  readonly #started = performance.now();
  #next = firstAfter;
  #shown = false;

  /** @param stream standard error, or nothing for silence */
  constructor(stream: NodeJS.WriteStream | undefined) {
    this.#stream = stream?.isTTY ? stream : undefined;
  }

  /** @param files contents looked at so far @param bytes of them */
  update(files: number, bytes: number): void {
    if (!this.#stream) return;
    const passed = performance.now() - this.#started;
    if (passed < this.#next) return;
    this.#next = passed + every;
    this.#shown = true;
    const columns = this.#stream.columns || 80;
    const line = `keyscan: ${count(files, 'file')}, ${size(bytes)} …`;
    this.#stream.write(`\r${line.slice(0, columns - 1)}\x1b[K`);
  }

  /** Takes the line away. */
  clear(): void {
    if (this.#shown) this.#stream?.write('\r\x1b[K');
    this.#shown = false;
  }

  /** Milliseconds since it was made. */
  get elapsed(): number {
    return performance.now() - this.#started;
  }
}
