import type { Blob, Position } from '../model/index.ts';
import { LINE_FEED } from './bytes.ts';
import { decode } from './window.ts';

/**
 * Turns offsets of one section into lines and columns. Ask in ascending order: it goes on from the last answer, so that a
 * section is read once however many findings it has.
 */
export class Locator {
  readonly #blob: Blob;
  #line: number;
  /** First byte of the line, in the section; below zero it started in a section before. */
  #lineStart = 0;
  /** UTF-16 units of the line before `#counted`. */
  #units: number;
  #counted = 0;

  constructor(blob: Blob) {
    this.#blob = blob;
    this.#line = blob.line;
    this.#units = blob.column;
  }

  /** The position of a byte, counted from the start of the content, and where its line starts and ends in the section. */
  locate(offset: number): Position & { readonly lineStart: number; readonly lineEnd: number } {
    const { bytes, encoding } = this.#blob;
    const target = Math.min(offset - this.#blob.offset, bytes.length);
    if (target < this.#counted) this.#restart();
    for (
      let next = bytes.indexOf(LINE_FEED, this.#counted);
      next >= 0 && next < target;
      next = bytes.indexOf(LINE_FEED, next + 1)
    ) {
      this.#line++;
      this.#lineStart = next + 1;
      this.#counted = next + 1;
      this.#units = 0;
    }
    this.#units += decode(bytes, this.#counted, target, encoding).length;
    this.#counted = target;
    const end = bytes.indexOf(LINE_FEED, target);
    return {
      line: this.#line,
      column: this.#units + 1,
      lineStart: this.#lineStart,
      lineEnd: end < 0 ? bytes.length : end,
    };
  }

  #restart(): void {
    this.#line = this.#blob.line;
    this.#lineStart = 0;
    this.#units = this.#blob.column;
    this.#counted = 0;
  }
}
