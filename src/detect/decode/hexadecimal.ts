import type { Span } from '../../model/index.ts';
import { latin1 } from '../window.ts';
import { ASCII_TEXT, type Decoded, NO_TEXT, textClasses } from './decoded.ts';

const NO_DIGIT = 16;
const digits: Uint8Array = (() => {
  const table = new Uint8Array(256).fill(NO_DIGIT);
  Buffer.from('0123456789abcdef').forEach((byte, value) => {
    table[byte] = value;
  });
  Buffer.from('ABCDEF').forEach((byte, value) => {
    table[byte] = value + 10;
  });
  return table;
})();

/** Digits that must be ASCII text: a digest is so by chance once in ten million. */
const probe = 32;

const classAt = (bytes: Uint8Array, at: number): number => {
  const [high, low] = [digits[bytes[at] as number] as number, digits[bytes[at + 1] as number] as number];
  return high === NO_DIGIT || low === NO_DIGIT ? NO_TEXT : (textClasses[(high << 4) | low] as number);
};

function isProbeText(bytes: Uint8Array, from: number): boolean {
  for (let at = from; at < from + probe; at += 2) if (classAt(bytes, at) !== ASCII_TEXT) return false;
  return true;
}

/**
 * Decodes text written in hexadecimal: 32 digits or more, as `0x…`, `X'…'`, `\x…` of SQL or bare; undefined for digests
 * and names.
 * @param run the longest run of letters and digits around some place
 */
export function decodeHexadecimal(bytes: Uint8Array, run: Span): Decoded | undefined {
  const last = run.end - probe;
  if (last < run.start) return undefined;
  let found = last;
  // What stands before the digits of `0x…` and `\\x…` takes two characters at most.
  if (!isProbeText(bytes, last)) {
    found = run.start;
    while (found <= run.start + 2 && found < last && !isProbeText(bytes, found)) found++;
    if (found > run.start + 2 || found >= last) return undefined;
  }
  let end = found + probe;
  while (end + 2 <= run.end && classAt(bytes, end) !== NO_TEXT) end += 2;
  let start = found;
  while (start - 2 >= run.start && classAt(bytes, start - 2) !== NO_TEXT) start -= 2;
  return {
    bytes: Buffer.from(latin1(bytes, start, end), 'hex'),
    encoding: 'utf-8',
    how: 'hexadecimal',
    source: { start, end },
    sourceOf: (first, after) => ({ start: start + first * 2, end: start + after * 2 }),
  };
}
