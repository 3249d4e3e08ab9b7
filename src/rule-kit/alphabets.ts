/** A set of characters a token is made of: its characters, and the same as the inside of a character class. */
export interface Alphabet {
  readonly characters: string;
  readonly inClass: string;
}

const digits = '0123456789';
const lower = 'abcdefghijklmnopqrstuvwxyz';
const upper = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';

const alphabet = (characters: string, inClass: string): Alphabet => ({ characters, inClass });

/** Decimal digits. */
export const dig = alphabet(digits, '0-9');
/** Hexadecimal, lower case. */
export const hex = alphabet(`${digits}abcdef`, '0-9a-f');
/** Hexadecimal, upper case. */
export const HEX = alphabet(`${digits}ABCDEF`, '0-9A-F');
/** Hexadecimal in either case. */
export const hexi = alphabet(`${digits}abcdef`, '0-9a-fA-F');
/** Base 32 of RFC 4648, upper case. */
export const b32 = alphabet(`${upper}234567`, 'A-Z2-7');
/** Base 32 of RFC 4648, lower case. */
export const b32l = alphabet(`${lower}234567`, 'a-z2-7');
/** Digits and lower-case letters. */
export const b36l = alphabet(digits + lower, '0-9a-z');
/** Digits and upper-case letters. */
export const b36u = alphabet(digits + upper, '0-9A-Z');
/** Base 58 as Bitcoin has it: no `0 O I l`. */
export const b58 = alphabet('123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz', '1-9A-HJ-NP-Za-km-z');
/** Digits and letters. */
export const b62 = alphabet(digits + upper + lower, '0-9A-Za-z');
/** Base 64 without padding. */
export const b64 = alphabet(`${digits}${upper}${lower}+/`, '0-9A-Za-z+/');
/** Base 64 for URLs. */
export const b64u = alphabet(`${digits}${upper}${lower}-_`, '0-9A-Za-z_-');
/** Letters only. */
export const letters = alphabet(upper + lower, 'A-Za-z');
