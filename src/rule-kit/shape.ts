import type { Judgement, Match } from '../model/index.ts';
import { held, plausible } from './judge.ts';
import { decodeJwt } from './jwt.ts';

/** Whether a text has a digit, an upper-case and a lower-case letter, as long random base 62 nearly always has. */
export const isMixed = (text: string): boolean => /[0-9]/.test(text) && /[A-Z]/.test(text) && /[a-z]/.test(text);

/** A check of random values in base 62 or 64: words, constants and hashes in hexadecimal are held back. */
export const mixed = ({ secret }: Match): Judgement =>
  isMixed(secret) ? plausible : held('low-variety', 'no digit, or letters of one case only');

/** A check of random values of any alphabet with digits: words are held back. */
export const withDigit = ({ secret }: Match): Judgement =>
  /[0-9]/.test(secret) ? plausible : held('words', 'no digit in it');

/** A JWT with three parts. As the source of a pattern. */
export const JWT = '(?:eyJ[0-9A-Za-z_-]{10,1500}\\.eyJ[0-9A-Za-z_-]{10,4000}\\.[0-9A-Za-z_-]{20,700})';

/** A check of tokens that are JWTs: held back where header or claims do not decode. */
export const decodesAsJwt = ({ secret }: Match): Judgement =>
  decodeJwt(secret) ? plausible : held('bad-structure', 'header or claims do not decode');
