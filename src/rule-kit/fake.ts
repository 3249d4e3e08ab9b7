import { type Alphabet, b62, hex } from './alphabets.ts';

/** Mulberry32: a small generator of 32-bit numbers, the same on every machine. */
export function numbers(seed: number): () => number {
  let state = (seed * 0x9e3779b1) >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return (mixed ^ (mixed >>> 14)) >>> 0;
  };
}

/**
 * Made-up characters: looks as random as a real key, is the same on every run, and stands nowhere as a literal.
 * @param alphabet the characters to draw from
 * @param length how many
 * @param seed another seed gives another text
 */
export function fake(alphabet: Alphabet, length: number, seed = 1): string {
  const next = numbers(seed * 7919 + length * 31 + alphabet.characters.length);
  let text = '';
  while (text.length < length) {
    const character = alphabet.characters[next() % alphabet.characters.length] as string;
    // No run of three, so that filters against regular values never see one by chance.
    if (text.endsWith(character + character)) continue;
    text += character;
  }
  return text;
}

/** A made-up UUID of version 4, lower case. */
export function fakeUuid(seed = 1): string {
  const body = fake(hex, 32, seed);
  return `${body.slice(0, 8)}-${body.slice(8, 12)}-4${body.slice(13, 16)}-a${body.slice(17, 20)}-${body.slice(20)}`;
}

/** A made-up password as a person might choose one for a server: letters, digits and two signs. */
export function fakePassword(seed = 1, length = 14): string {
  const body = fake(b62, length, seed);
  return `${body.slice(0, 4)}!${body.slice(4, 9)}#${body.slice(9)}`;
}

/** Base64url of a JSON value, unpadded: a part of a JWT. */
export const jsonPart = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');

/** A made-up JWT with the given claims, signed with nothing. */
export function fakeJwt(claims: Readonly<Record<string, unknown>>, seed = 1): string {
  return `${jsonPart({ alg: 'HS256', typ: 'JWT' })}.${jsonPart(claims)}.${fake(b62, 43, seed)}`;
}
