import * as kit from '../rule-kit/index.ts';

const alphabets: Readonly<Record<string, kit.Alphabet>> = {
  dig: kit.dig,
  hex: kit.hex,
  HEX: kit.HEX,
  b32: kit.b32,
  b36l: kit.b36l,
  b58: kit.b58,
  b62: kit.b62,
  b64: kit.b64,
  b64u: kit.b64u,
  letters: kit.letters,
};

/**
 * Replaces `{b62:32}` by 32 made-up characters of that alphabet, the same on every run: so that an example of a key need
 * not stand in a configuration file as a key. Anything else in braces stays as it is.
 * @param seed another seed gives other characters
 */
export function expandExample(text: string, seed: number): string {
  let count = 0;
  return text.replace(/\{([A-Za-z0-9]+):(\d{1,3})\}/g, (whole, name: string, length: string) => {
    const alphabet = Object.hasOwn(alphabets, name) ? alphabets[name] : undefined;
    return alphabet ? kit.fake(alphabet, Number(length), seed * 97 + count++) : whole;
  });
}
