import type { Span } from '../model/index.ts';
import { BACKTICK, blankBytes, isQuote, LINE_FEED } from './bytes.ts';

const [EQUALS, EXCLAMATION, LESS, GREATER, COMMA, SEMICOLON, CLOSE] = [0x3d, 0x21, 0x3c, 0x3e, 0x2c, 0x3b, 0x7d];
const mostBlanks = 8;
const mostPiece = 512;

/**
 * The string that a key's first characters stand in, where a name is given it: `a="sk-…";`. If it is no key yet, what
 * the name is used for may make it one. A string of small letters only is a word.
 * @param start first byte of the anchor, with which the string starts
 * @returns the string without its quotes
 */
export function constantPiece(bytes: Uint8Array, start: number): Span | undefined {
  const quote = bytes[start - 1];
  if (!isQuote(quote)) return undefined;
  let before = start - 2;
  while (start - before < mostBlanks && blankBytes[bytes[before] ?? 0]) before--;
  const last = bytes[before - 1];
  if (bytes[before] !== EQUALS || last === EQUALS || last === EXCLAMATION || last === LESS || last === GREATER)
    return undefined;
  let isWord = true;
  let end = start;
  for (; bytes[end] !== quote; end++) {
    const byte = bytes[end];
    if (byte === undefined || end - start > mostPiece || (byte === LINE_FEED && quote !== BACKTICK)) return undefined;
    if (byte < 0x61 || byte > 0x7a) isWord = false;
  }
  const next = bytes[end + 1];
  const isWhole = next === COMMA || next === SEMICOLON || next === CLOSE || next === LINE_FEED || next === 0x0d;
  return isWhole && !isWord ? { start, end } : undefined;
}

const call = Buffer.from('.concat(');

/** True where the string is put behind another one: `"".concat("sk-…").concat(…)` is what compilers make of a template. */
export function isConcatenated(bytes: Uint8Array, start: number): boolean {
  const from = start - 1 - call.length;
  return from >= 0 && call.every((byte, index) => bytes[from + index] === byte);
}
