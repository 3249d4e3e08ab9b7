import { bigrams } from './bigrams.ts';

const scale = 2.5;
const [A, Z] = [97, 122];
const edge = 26;
const table = Float64Array.from(bigrams.flatMap((row) => [...row].map((digit) => Number.parseInt(digit, 36) / scale)));

const letterOf = (code: number): number => (code >= A && code <= Z ? code - A : edge);

/**
 * How surprising a run of letters is as a word: bits a letter, its end included. Words of English and of code lie
 * around 3.5, random letters around 5.5.
 * @param word lower-case letters
 */
export function surprise(word: string): number {
  let bits = 0;
  let before = edge;
  for (let index = 0; index < word.length; index++) {
    const letter = letterOf(word.charCodeAt(index));
    bits += table[before * 27 + letter] as number;
    before = letter;
  }
  bits += table[before * 27 + edge] as number;
  return bits / (word.length + 1);
}

/** The words a text is made of: split at signs and digits, and where lower case turns into upper case. Lower case. */
export function splitWords(text: string): string[] {
  return (text.match(/[A-Z]+(?![a-z])|[A-Z]?[a-z]+/g) ?? []).map((word) => word.toLowerCase());
}

const mostSurprise = 4.3;
const leastLetters = 3;

/** True where letters could be a word, going by how their pairs follow one another. */
export const isWordLike = (word: string): boolean => word.length >= leastLetters && surprise(word) <= mostSurprise;

/**
 * The share of a text that is made of word-like runs, from 0 (none) to 1. Separators between words count as words.
 * Random keys stay under 0.5; names, slugs, prose and paths are above 0.7.
 */
export function wordShare(text: string): number {
  let letters = 0;
  let inWords = 0;
  for (const word of splitWords(text)) {
    letters += word.length;
    if (isWordLike(word)) inWords += word.length;
  }
  const digits = (text.match(/[0-9]/g) ?? []).length;
  return letters + digits === 0 ? 0 : inWords / (letters + digits);
}
