import type { Span } from '../../model/index.ts';
import { latin1 } from '../window.ts';
import type { Decoded } from './decoded.ts';

/** A way of writing characters down that text around them survives. */
export interface Escape {
  readonly how: string;
  /** Lower-case texts that lead to it. */
  readonly marks: readonly string[];
  /** What must stand at a mark, where the mark alone says too little: several escapes in a row. */
  readonly row?: RegExp;
  /** Bytes that one escape of a row may take: a cheap first look for the next one. */
  readonly widths?: readonly number[];
  /** One escape; a group says how its character is named: a byte, a code of base 16 or 10, a name, itself. */
  readonly unit: RegExp;
  /** Bytes that end the text in which escapes are undone. */
  readonly ends: ReadonlySet<number>;
}

const ends = (characters: string): ReadonlySet<number> => new Set(Buffer.from(`${characters}\0`));

/** The escapes that are undone. Letters and digits are escaped to hide them, marks of JSON and URLs in passing. */
export const escapes: readonly Escape[] = [
  {
    how: 'escapes',
    marks: ['\\u0022', '\\x22', ':\\/\\/'],
    unit: /\\(?:u(?<hex>[0-9a-f]{4})|u\{(?<code>[0-9a-f]{1,6})\}|x(?<byte>[0-9a-f]{2})|(?<self>[/"'\\]))/gi,
    ends: ends('"\'`\n'),
  },
  {
    how: 'escapes',
    marks: ['\\x3', '\\x4', '\\x5', '\\x6', '\\x7', '\\u003', '\\u004', '\\u005', '\\u006', '\\u007'],
    widths: [4, 6],
    row: /(?:\\x[2-7][0-9a-f]|\\u00[2-7][0-9a-f]){8}/iy,
    unit: /\\(?:u(?<hex>[0-9a-f]{4})|x(?<byte>[0-9a-f]{2}))/gi,
    ends: ends('"\'`\n'),
  },
  {
    how: 'percent-encoding',
    marks: ['%3a%2f%2f', '%22%3a', '%3a%22'],
    unit: /%(?<byte>[0-9a-f]{2})/gi,
    ends: ends('"\'`<> \t\r\n'),
  },
  {
    how: 'percent-encoding',
    marks: ['%3', '%4', '%5', '%6', '%7'],
    widths: [3],
    row: /(?:%[2-7][0-9a-f]){8}/iy,
    unit: /%(?<byte>[0-9a-f]{2})/gi,
    ends: ends('"\'`<> \t\r\n'),
  },
  {
    how: 'HTML entities',
    marks: ['&quot;:', '=&quot;', '= &quot;', '&#34;:', '&#x22;:'],
    unit: /&(?:(?<name>quot|amp|lt|gt|apos)|#(?<decimal>\d{1,6})|#x(?<code>[0-9a-f]{1,6}));/gi,
    ends: ends('"<>'),
  },
  {
    how: 'HTML entities',
    marks: ['&#4', '&#5', '&#6', '&#7', '&#8', '&#9', '&#10', '&#11', '&#12', '&#x'],
    widths: [5, 6],
    row: /(?:&#(?:\d{2,3}|x[2-7][0-9a-f]);){8}/iy,
    unit: /&(?:(?<name>quot|amp|lt|gt|apos)|#(?<decimal>\d{1,6})|#x(?<code>[0-9a-f]{1,6}));/gi,
    ends: ends('"<>'),
  },
  {
    how: 'character codes',
    marks: ['fromcharcode(', 'fromcodepoint('],
    unit: /(?<decimal>\b\d{2,3})(?:,\s?|$)/g,
    ends: ends('"\'`)\n'),
  },
];

const mostBefore = 512;
const mostAfter = 32 << 10;
const mostRow = 128;

/**
 * The text around a mark in which escapes are undone, or nothing where the mark is none.
 * @param mark first byte of the mark
 * @param past bytes before this are not looked at again
 */
export function stretchAround(way: Escape, bytes: Uint8Array, mark: number, past: number): Span | undefined {
  if (way.row) {
    if (!way.widths?.some((width) => bytes[mark + width] === bytes[mark])) return undefined;
    way.row.lastIndex = 0;
    if (!way.row.test(latin1(bytes, mark, mark + mostRow))) return undefined;
  }
  let start = mark;
  while (start > past && mark - start < mostBefore && !way.ends.has(bytes[start - 1] as number)) start--;
  let end = mark;
  while (end < bytes.length && end - mark < mostAfter && !way.ends.has(bytes[end] as number)) end++;
  return { start, end };
}

const named: Readonly<Record<string, string>> = { quot: '"', amp: '&', lt: '<', gt: '>', apos: "'" };

/** Undoes every escape of a stretch; the rest stays as it is. */
export function undoEscapes({ how, unit }: Escape, bytes: Uint8Array, stretch: Span): Decoded {
  const text = latin1(bytes, stretch.start, stretch.end);
  const plain = Buffer.alloc(text.length);
  /** For each plain byte where it comes from; one more for the end. */
  const places = new Uint32Array(text.length + 1);
  let length = 0;
  const put = (from: Buffer, at: number, step: number): void => {
    for (const [index, byte] of from.entries()) {
      places[length] = at + index * step;
      plain[length++] = byte;
    }
  };
  let copied = 0;
  for (const match of text.matchAll(unit)) {
    put(Buffer.from(text.slice(copied, match.index), 'latin1'), copied, 1);
    put(characterOf(match.groups ?? {}), match.index, 0);
    copied = match.index + match[0].length;
    places[length] = copied;
  }
  put(Buffer.from(text.slice(copied), 'latin1'), copied, 1);
  places[length] = text.length;
  return {
    bytes: plain.subarray(0, length),
    encoding: 'utf-8',
    how,
    source: stretch,
    sourceOf: (start, end) => ({
      start: stretch.start + (places[start] as number),
      end: stretch.start + (places[Math.min(end, length)] as number),
    }),
  };
}

/** The bytes of one escape: never more than it took to write it. */
function characterOf({ hex, code, byte, decimal, name, self }: Record<string, string | undefined>): Buffer {
  if (byte !== undefined) return Buffer.from([Number.parseInt(byte, 16)]);
  if (self !== undefined) return Buffer.from(self);
  if (name !== undefined) return Buffer.from(named[name.toLowerCase()] ?? '');
  const point = Number.parseInt(hex ?? code ?? decimal ?? '0', decimal === undefined ? 16 : 10);
  return Buffer.from(String.fromCodePoint(point <= 0x10ffff ? point : 0xfffd));
}
