import { blankBytes, nameBytes } from './bytes.ts';

const mostName = 64;
const mostSpace = 48;

/** The byte at an offset, 0 beyond the end. */
export const at = (bytes: Uint8Array, offset: number): number => bytes[offset] ?? 0;
/** True where a text of letters stands at an offset, in any case. */
export const is = (bytes: Uint8Array, offset: number, text: string): boolean => {
  for (let index = 0; index < text.length; index++) {
    if ((at(bytes, offset + index) | 0x20) !== (text.charCodeAt(index) | 0x20)) return false;
  }
  return true;
};
/** The offset past bytes of a set, `most` of them at the utmost. */
export const skip = (bytes: Uint8Array, offset: number, set: Uint8Array, most = mostSpace): number => {
  let end = offset;
  while (end - offset < most && end < bytes.length && set[at(bytes, end)]) end++;
  return end;
};

/** The offset before blanks that end at an offset. */
export function skipBack(bytes: Uint8Array, offset: number): number {
  let from = offset;
  while (from > 0 && offset - from < mostSpace && blankBytes[at(bytes, from)]) from--;
  return from;
}

const [SIGN_EQUALS, SIGN_BANG] = [0x3d, 0x21];

/** The offset past `==`, `===`, `!=` or `!==`; undefined where none of them stands. */
export function pastComparison(bytes: Uint8Array, offset: number): number | undefined {
  const first = at(bytes, offset);
  if ((first !== SIGN_EQUALS && first !== SIGN_BANG) || at(bytes, offset + 1) !== SIGN_EQUALS) return undefined;
  let end = offset + 2;
  while (at(bytes, end) === SIGN_EQUALS) end++;
  return end;
}

const [ESCAPE, LETTER_M] = [0x1b, 0x6d];
const mostColour = 12;

/** The offset past what a terminal is sent to change colours. */
export function pastColours(bytes: Uint8Array, offset: number): number {
  let past = offset;
  while (at(bytes, past) === ESCAPE) {
    let end = past + 1;
    while (end - past < mostColour && end < bytes.length && at(bytes, end) !== LETTER_M) end++;
    if (at(bytes, end) !== LETTER_M) return past;
    past = end + 1;
  }
  return past;
}

/** A name of capitals with an underscore. */
export function isConstant(bytes: Uint8Array, name: { start: number; end: number }): boolean {
  let joined = false;
  for (let offset = name.start; offset < name.end; offset++) {
    const byte = at(bytes, offset);
    if (byte >= 0x61 && byte <= 0x7a) return false;
    if (byte === 0x5f) joined = true;
  }
  return joined;
}

/** Where the name around a word starts and ends. */
export function nameAround(bytes: Uint8Array, start: number, end: number): { start: number; end: number } {
  let from = start;
  while (from > 0 && start - from < mostName && nameBytes[at(bytes, from - 1)]) from--;
  // What a terminal is sent to colour a name is no part of it.
  if (at(bytes, from - 2) === ESCAPE) from = Math.min(start, pastColours(bytes, from - 2));
  let to = end;
  while (to < bytes.length && to - end < mostName && nameBytes[at(bytes, to)]) to++;
  return { start: from, end: to };
}

/** True behind a bracket that closes a call's arguments: `:` of a block, or ` =>` and what the call gives. */
export const startsBody = (bytes: Uint8Array, offset: number): boolean =>
  at(bytes, offset) === 0x3a || is(bytes, offset, ' =>');
