import { isUtf8 } from 'node:buffer';

/*
 * File names are bytes, and not always UTF-8. Inside this room a name is a string in which every byte that is no UTF-8
 * stands as the lone surrogate U+DC00 + byte. No valid UTF-8 decodes to a lone surrogate, so the way back is exact.
 */

const escaped = /\p{Cs}/u;
const escapedAll = /\p{Cs}+/gu;

/** Lone surrogates, control characters, line and paragraph separators, and signs that turn the reading direction. */
const unprintable = /[\p{Cs}\p{Cc}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069]/u;
const unprintableAll = /[\p{Cs}\p{Cc}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069]/gu;

/** The name for its bytes. */
export function nameOf(bytes: Buffer): string {
  if (isUtf8(bytes)) return bytes.toString('utf8');
  let name = '';
  for (let at = 0; at < bytes.length; ) {
    const first = bytes[at] as number;
    const length = first < 0x80 ? 1 : first < 0xe0 ? 2 : first < 0xf0 ? 3 : 4;
    const character = bytes.subarray(at, at + length);
    const valid = character.length === length && isUtf8(character);
    name += valid ? character.toString('utf8') : escapeByte(first);
    at += valid ? length : 1;
  }
  return name;
}

/** A byte as it stands in a name where it cannot stand for itself. */
const escapeByte = (byte: number): string => String.fromCharCode(0xdc00 + byte);

/** The same name with every byte of the text escaped: for readers that stumble over some characters. */
export const escapeName = (text: string): string => Array.from(Buffer.from(text), escapeByte).join('');

/** The name as the file system takes it: the string itself, or its bytes where they are no UTF-8. */
export function diskPath(name: string): string | Buffer {
  if (!escaped.test(name)) return name;
  const pieces: Buffer[] = [];
  let end = 0;
  for (const match of name.matchAll(escapedAll)) {
    pieces.push(Buffer.from(name.slice(end, match.index)));
    pieces.push(Buffer.from(Array.from(match[0], (unit) => unit.charCodeAt(0) & 0xff)));
    end = match.index + match[0].length;
  }
  pieces.push(Buffer.from(name.slice(end)));
  return Buffer.concat(pieces);
}

/** Most names, told by a test that costs next to nothing. */
const plain = /^[ -~]*$/;

/** The name as reports print it: on one line, every byte or character that would not print as `\xE9` or `\u2028`. */
export function printable(name: string): string {
  if (plain.test(name) || !unprintable.test(name)) return name;
  return name.replace(unprintableAll, (character) => {
    const code = character.charCodeAt(0);
    const isByte = code >= 0xdc00 && code <= 0xdcff;
    const hex = (isByte ? code & 0xff : code).toString(16).toUpperCase();
    return isByte || code < 0x100 ? `\\x${hex.padStart(2, '0')}` : `\\u${hex.padStart(4, '0')}`;
  });
}
