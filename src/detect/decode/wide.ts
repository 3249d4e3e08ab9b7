import { ASCII_TEXT, type Decoded, textClasses } from './decoded.ts';

/** Characters of the shortest text that is looked at: no key is shorter. */
const leastCharacters = 16;
/** A text of that length has a byte at a multiple of this, with another one of its characters behind it. */
const step = leastCharacters;

const isText = (byte: number | undefined): boolean => textClasses[byte ?? 0] === ASCII_TEXT;

/**
 * Finds texts in UTF-16 within binary bytes: every second byte is zero, the others are ASCII. As executables, compiled
 * programs and databases of Windows hold them; either byte order, at even and odd offsets.
 */
export function* decodedWide(bytes: Uint8Array): Generator<Decoded> {
  let past = 0;
  for (let at = step - 1; at + 1 < bytes.length; at += step) {
    const character = bytes[at] === 0 ? at + 1 : at;
    if (!isText(bytes[character]) || bytes[character === at ? at + 1 : at] !== 0) continue;
    let start = character;
    while (start - 2 >= past && isText(bytes[start - 2]) && bytes[start - 1] === 0) start -= 2;
    let end = character + 1;
    while (end + 1 < bytes.length && bytes[end] === 0 && isText(bytes[end + 1])) end += 2;
    past = end;
    const length = (end - start + 1) / 2;
    if (length >= leastCharacters) yield narrowed(bytes, start, length);
    if (past > at) at += Math.floor((past - at) / step) * step;
  }
}

/** @param start the first character that is not zero */
function narrowed(bytes: Uint8Array, start: number, length: number): Decoded {
  const text = Buffer.alloc(length);
  for (let index = 0; index < length; index++) text[index] = bytes[start + index * 2] as number;
  return {
    bytes: text,
    encoding: 'binary',
    how: 'UTF-16',
    source: { start, end: start + length * 2 - 1 },
    sourceOf: (from, to) => ({ start: start + from * 2, end: start + to * 2 - 1 }),
  };
}
