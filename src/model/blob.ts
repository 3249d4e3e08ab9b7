import type { Item } from './source.ts';

/**
 * One content, or one section of it where it is too large to be held whole.
 *
 * `bytes` are text in an ASCII superset (UTF-8 or Latin-1; UTF-16 is transcoded to UTF-8 when it is read).
 * Offsets of spans count from the start of the content, so a span lies in `bytes` at `span.start - offset`.
 */
export interface Blob {
  readonly kind: 'blob';
  readonly item: Item;
  readonly bytes: Uint8Array;
  /** Bytes of the content before `bytes[0]`. */
  readonly offset: number;
  /** The line, from 1, on which `bytes[0]` stands. */
  readonly line: number;
  /** UTF-16 units that stand before `bytes[0]` on its line. */
  readonly column: number;
  /** Bytes at the start of this section that the section before has searched already: matches must end after them. */
  readonly seen: number;
  /** True where this is the whole content. */
  readonly whole: boolean;
  readonly encoding: 'utf-8' | 'latin1' | 'utf-16le' | 'utf-16be' | 'binary';
}
