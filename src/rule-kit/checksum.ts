import { createHash } from 'node:crypto';
import { b32, b62 } from './alphabets.ts';

const table = Uint32Array.from({ length: 256 }, (_, index) => {
  let value = index;
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  return value >>> 0;
});

/** CRC-32 (IEEE 802.3, as in zlib) of the bytes, or of a text's UTF-8. `123456789` gives cbf43926. */
export function crc32(data: string | Uint8Array): number {
  const bytes = typeof data === 'string' ? Buffer.from(data) : data;
  let crc = 0xffffffff;
  for (const byte of bytes) crc = (crc >>> 8) ^ (table[(crc ^ byte) & 0xff] as number);
  return (crc ^ 0xffffffff) >>> 0;
}

/** A number in another base, most significant digit first, left-padded with the base's zero. */
export function inBase(value: number, digits: string, width: number): string {
  let text = '';
  for (let rest = value; rest > 0; rest = Math.floor(rest / digits.length)) text = digits[rest % digits.length] + text;
  return text.padStart(width, digits[0]);
}

/** CRC-32 in six base-62 digits, `0-9A-Za-z`: GitHub and npm. Source: GitHub's note on token formats, 2021-04-05. */
export const base62Crc32 = (body: string): string => inBase(crc32(body), b62.characters, 6);

/** CRC-32 as eight hexadecimal digits, big-endian. */
export const hexCrc32 = (body: string): string => crc32(body).toString(16).padStart(8, '0');

/** RFC 4648 base 32, upper case, without padding. */
export function base32(bytes: Uint8Array): string {
  let bits = 0;
  let value = 0;
  let text = '';
  for (const byte of bytes) {
    value = (value << 8) | byte;
    bits += 8;
    while (bits >= 5) {
      text += b32.characters[(value >>> (bits - 5)) & 31];
      bits -= 5;
    }
    value &= (1 << bits) - 1;
  }
  if (bits > 0) text += b32.characters[(value << (5 - bits)) & 31];
  return text;
}

/** The bytes of an RFC 4648 base-32 text in upper case; undefined where a character is not of the alphabet. */
export function fromBase32(text: string): Uint8Array | undefined {
  const bytes: number[] = [];
  let bits = 0;
  let value = 0;
  for (const character of text) {
    const digit = b32.characters.indexOf(character);
    if (digit < 0) return undefined;
    value = (value << 5) | digit;
    bits += 5;
    if (bits >= 8) {
      bytes.push((value >>> (bits - 8)) & 0xff);
      bits -= 8;
      value &= (1 << bits) - 1;
    }
  }
  return Uint8Array.from(bytes);
}

/** SHA-256 of bytes, or of a text's UTF-8, as bytes. */
export const sha256 = (data: string | Uint8Array): Buffer => createHash('sha256').update(data).digest();
