import { isUtf8 } from 'node:buffer';
import type { Blob, Item } from '../model/index.ts';
import type { TextKind } from './content-kind.ts';
import { type Limits, sectionLimits } from './limits.ts';
import { type PlaceInText, placeAfter, startOfText } from './place-in-text.ts';
import { beforeUtf8, wholeUtf8 } from './utf8.ts';
import { beforeUtf16, decodeUtf16, type Utf16, wholeUtf16 } from './utf16.ts';

/**
 * Cuts a content into sections. Whoever reads it writes into `space()`, says `filled`, and takes a section by `cut`
 * when the buffer is full or the content has ended. A section's bytes hold until `space` is called again.
 *
 * Without its overlap every section starts where the one before ended, on a whole character.
 */
export class Sections {
  readonly #item: Item;
  readonly #text: TextKind;
  readonly #buffer: Buffer;
  readonly #overlap: number;
  /** Bytes in the buffer, and how many of them the last section has shown already. */
  #length = 0;
  #carried = 0;
  #place: PlaceInText = startOfText;
  #first = true;
  /** What leaves the buffer before more is read: bytes in it, and the place after them. */
  #leaving: { readonly bytes: number; readonly carried: number; readonly place: PlaceInText } | undefined;

  /**
   * @param buffer at least as large as `sectionLimits(limits).size`, or as the whole content
   * @param started bytes of the content that stand in the buffer already
   */
  constructor(item: Item, text: TextKind, limits: Limits, buffer: Buffer, started: number) {
    this.#item = item;
    this.#text = text;
    const { size, overlap } = sectionLimits(limits);
    this.#buffer = buffer.subarray(0, size);
    this.#overlap = overlap;
    const mark = 'mark' in text ? text.mark : 0;
    this.#buffer.copyWithin(0, mark, started);
    this.#length = started - mark;
  }

  /** Where the next bytes of the content go; empty when the buffer is full. */
  space(): Buffer {
    if (this.#leaving) {
      const { bytes, carried, place } = this.#leaving;
      this.#buffer.copyWithin(0, bytes, this.#length);
      this.#length -= bytes;
      this.#carried = carried;
      this.#place = place;
      this.#leaving = undefined;
    }
    return this.#buffer.subarray(this.#length);
  }

  filled(bytes: number): void {
    this.#length += bytes;
  }

  /**
   * The next section: what is in the buffer, up to a whole character.
   * @param last true where the content has ended
   */
  cut(last: boolean): Blob {
    const raw = this.#buffer;
    const { kind } = this.#text;
    const whole = this.#first && last;
    this.#first = false;
    if (kind === 'utf-16le' || kind === 'utf-16be') return this.#cutUtf16(raw, kind, last, whole);
    const end = last || kind === 'binary' ? this.#length : wholeUtf8(raw, this.#length);
    const utf8 = kind === 'text' && isUtf8(raw.subarray(0, end));
    const stop = utf8 ? end : this.#length;
    const bytes = raw.subarray(0, stop);
    const { offset, line, column } = this.#place;
    const encoding = utf8 ? 'utf-8' : kind === 'binary' ? 'binary' : 'latin1';
    const blob = { kind: 'blob', item: this.#item, bytes, offset, line, column, seen: this.#carried, whole } as const;
    if (!last) {
      const aim = Math.max(stop - this.#overlap, 0);
      const from = utf8 ? beforeUtf8(raw, aim) : aim;
      this.#leave(from, stop - from, bytes.subarray(0, from), utf8);
    }
    return { ...blob, encoding };
  }

  #cutUtf16(raw: Buffer, kind: Utf16, last: boolean, whole: boolean): Blob {
    // An odd byte at the very end is no character.
    const end = last ? this.#length & ~1 : wholeUtf16(raw, this.#length, kind);
    const seen = utf8Length(raw.subarray(0, this.#carried), kind);
    const bytes = Buffer.from(decodeUtf16(raw.subarray(0, end), kind));
    const { offset, line, column } = this.#place;
    if (!last) {
      const from = beforeUtf16(raw, Math.max(end - this.#overlap, 0), kind);
      this.#leave(from, end - from, bytes.subarray(0, utf8Length(raw.subarray(0, from), kind)), true);
    }
    return { kind: 'blob', item: this.#item, bytes, offset, line, column, seen, whole, encoding: kind };
  }

  #leave(bytes: number, carried: number, shown: Buffer, utf8: boolean): void {
    this.#leaving = { bytes, carried, place: placeAfter(this.#place, shown, utf8) };
  }
}

const utf8Length = (bytes: Buffer, kind: Utf16): number => Buffer.byteLength(decodeUtf16(bytes, kind));
