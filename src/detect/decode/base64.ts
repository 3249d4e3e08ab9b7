import type { Span } from '../../model/index.ts';
import { latin1 } from '../window.ts';
import { ASCII_TEXT, type Decoded, NO_TEXT, textClasses } from './decoded.ts';
import { piecesFrom, sourceAt } from './pieces.ts';

/** What stands in `base64Digits` for a byte that is no digit. */
export const NO_DIGIT = 64;

/** The value of each byte as a digit of base64, standard or for URLs; 64 for what is none. */
export const base64Digits: Uint8Array = (() => {
  const table = new Uint8Array(256).fill(NO_DIGIT);
  const letters = Buffer.from('ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/');
  letters.forEach((byte, value) => {
    table[byte] = value;
  });
  table[0x2d] = 62;
  table[0x5f] = 63;
  return table;
})();

/** Digits that must decode to nothing but ASCII text before more is looked at: by chance one of 10^7 runs does. */
const probe = 24;
const most = 3;

/** The three bytes of four digits as one number. */
const groupAt = (bytes: Uint8Array, at: number): number =>
  ((base64Digits[bytes[at] as number] as number) << 18) |
  ((base64Digits[bytes[at + 1] as number] as number) << 12) |
  ((base64Digits[bytes[at + 2] as number] as number) << 6) |
  (base64Digits[bytes[at + 3] as number] as number);

const isAscii = (group: number): boolean =>
  textClasses[group >> 16] === ASCII_TEXT &&
  textClasses[(group >> 8) & 0xff] === ASCII_TEXT &&
  textClasses[group & 0xff] === ASCII_TEXT;

const isText = (group: number): boolean =>
  textClasses[group >> 16] !== NO_TEXT &&
  textClasses[(group >> 8) & 0xff] !== NO_TEXT &&
  textClasses[group & 0xff] !== NO_TEXT;

function isProbeText(bytes: Uint8Array, from: number): boolean {
  for (let at = from; at < from + probe; at += 4) if (!isAscii(groupAt(bytes, at))) return false;
  return true;
}

/** The longest part of a run of digits that is the base64 of text, looked for from both ends of the run. */
function textIn(bytes: Uint8Array, run: Span): Span | undefined {
  let found = -1;
  for (let shift = 0; shift <= most && found < 0; shift++) {
    if (run.start + shift + probe > run.end) break;
    if (isProbeText(bytes, run.start + shift)) found = run.start + shift;
    else if (isProbeText(bytes, run.end - shift - probe)) found = run.end - shift - probe;
  }
  if (found < 0) return undefined;
  let start = found;
  while (start - 4 >= run.start && isText(groupAt(bytes, start - 4))) start -= 4;
  let end = found + probe;
  while (end + 4 <= run.end && isText(groupAt(bytes, end))) end += 4;
  return { start, end: end + 4 > run.end ? run.end : end };
}

const PADDING = 0x3d;
/** The first three bytes of gzip, with deflate as its method. */
const gzipStart = 'H4sI';
const leastGzip = 40;

const startsWith = (bytes: Uint8Array, at: number, text: string): boolean => {
  for (let index = 0; index < text.length; index++) if (bytes[at + index] !== text.charCodeAt(index)) return false;
  return true;
};

/** True for base64 of text in UTF-16, as PowerShell takes commands: every second byte is zero. */
function isWide(bytes: Uint8Array, { start, end }: Span): boolean {
  if (start + probe > end) return false;
  for (let at = start; at < start + probe; at += 8) {
    const [first, second] = [groupAt(bytes, at), groupAt(bytes, at + 4)];
    if ((first & 0xff00) !== 0 || (second & 0xff00ff) !== 0) return false;
    if (textClasses[first >> 16] !== ASCII_TEXT || textClasses[first & 0xff] !== ASCII_TEXT) return false;
    if (textClasses[(second >> 8) & 0xff] !== ASCII_TEXT) return false;
  }
  return true;
}

/** A run of digits that is worth decoding, with the lines that go on with it. */
export interface Base64Run {
  readonly source: Span;
  readonly decoded: Decoded;
  /** What the decoded bytes are, by their first ones. */
  readonly holds: 'text' | 'gzip' | 'utf-16';
}

/**
 * Decodes a run of base64 digits where it holds text or gzip; undefined for all else: digests, images, names.
 * @param run the longest run of digits around some place
 */
export function decodeBase64(bytes: Uint8Array, run: Span): Base64Run | undefined {
  if (startsWith(bytes, run.start, gzipStart) && run.end - run.start >= leastGzip) return read(bytes, run, run, 'gzip');
  if (isWide(bytes, run)) return read(bytes, run, run, 'utf-16');
  const text = textIn(bytes, run);
  return text ? read(bytes, text, run, 'text') : undefined;
}

function read(bytes: Uint8Array, from: Span, run: Span, holds: Base64Run['holds']): Base64Run {
  const pieces = from.end === run.end ? piecesFrom(bytes, from, (byte) => base64Digits[byte] !== NO_DIGIT) : [from];
  const digits = pieces.map(({ start, end }) => latin1(bytes, start, end)).join('');
  const decoded = Buffer.from(digits, 'base64');
  const last = (pieces.at(-1) as Span).end;
  let end = last;
  while (end - last < 2 && bytes[end] === PADDING) end++;
  const source = { start: from.start, end };
  const place = sourceAt(pieces);
  return {
    source,
    holds,
    decoded: {
      bytes: decoded,
      encoding: 'utf-8',
      how: 'base64',
      source,
      sourceOf: (first, after) => ({
        start: place(Math.floor(first / 3) * 4).start,
        end: after >= decoded.length ? end : place(Math.ceil(after / 3) * 4 - 1).end,
      }),
    },
  };
}
