import type { Readable } from 'node:stream';
import { ByteReader } from './byte-reader.ts';
import { type GitCall, type GitStream, gitStream } from './git.ts';

/** One running git that hands out contents of the object store, one after the other. */
export class CatFile {
  readonly #git: GitStream;
  readonly #reader: ByteReader;

  constructor(call: GitCall) {
    this.#git = gitStream(['cat-file', '--batch'], { ...call, objectsOnly: true });
    this.#reader = new ByteReader(this.#git.stdout as Readable & AsyncIterable<Buffer>);
  }

  /**
   * A content as a whole.
   * @param id of an object
   * @param limit bytes
   * @returns nothing where it is larger, missing or no file content
   */
  async content(id: string, limit: number): Promise<Buffer | undefined> {
    this.#git.stdin.write(`${id}\n`);
    const [, type, digits] = (await this.#reader.line())?.split(' ') ?? [];
    if (digits === undefined) return undefined;
    const size = Number(digits);
    if (type !== 'blob' || size > limit) {
      await this.#reader.skip(size + 1);
      return undefined;
    }
    const content = Buffer.allocUnsafe(size);
    const read = await this.#reader.fill(content);
    await this.#reader.skip(1);
    return read === size ? content : undefined;
  }

  close(): void {
    this.#git.stop();
  }
}
