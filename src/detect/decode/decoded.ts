import type { Span } from '../../model/index.ts';

/** A text that stands encoded in other bytes. Offsets of the source count from the first of these bytes. */
export interface Decoded {
  /** What the encoded text stands for. */
  readonly bytes: Buffer;
  /** `binary` where only rules that stand binary contents may look at it. */
  readonly encoding: 'utf-8' | 'binary';
  /** The encoding that was undone, as evidence names it. */
  readonly how: string;
  /** All of the encoded text. */
  readonly source: Span;
  /** The part of the source that stands for a range of `bytes`: whole units of the encoding. */
  sourceOf(start: number, end: number): Span;
  /** Evidence in place of "decoded from …", where nothing was encoded. */
  readonly note?: string;
  /** True where the encoded text is a value in its own right: what its digits look like says nothing. */
  readonly replaces?: boolean;
}

/** Classes of a byte: no text, ASCII text, a part of a character beyond ASCII. */
export const NO_TEXT = 0;
export const ASCII_TEXT = 1;
export const HIGH_TEXT = 2;

/** The class of each byte as text. */
export const textClasses: Uint8Array = Uint8Array.from({ length: 256 }, (_, byte) => {
  if (byte === 0x09 || byte === 0x0a || byte === 0x0d || (byte >= 0x20 && byte < 0x7f)) return ASCII_TEXT;
  return byte >= 0x80 ? HIGH_TEXT : NO_TEXT;
});
