import { describe, expect, test } from 'vitest';
import { isRegular } from '../../src/lexicon/index.ts';
import { b32, b62, dig, fake, fakeJwt, hex } from '../../src/rule-kit/index.ts';

describe('a text that is too regular to be random', () => {
  const block = fake(b62, 4, 1);

  test.each([
    ['one block again and again', block.repeat(10)],
    ['blocks on both sides of a mark', `${block.repeat(5)}T3BlbkFJ${block.repeat(5)}`],
    ['a sequence that starts anew', 'abcdefghij'.repeat(5)],
    ['two halves after a prefix', `x9${block.repeat(3)}_${block.repeat(4)}`],
  ])('is %s', (_, text) => {
    expect(isRegular(text)).toBe(true);
  });

  test('is not what is drawn at random from a small alphabet, nor JSON in base 64', () => {
    for (let seed = 1; seed <= 200; seed++) {
      for (const alphabet of [hex, b32, b62]) expect(isRegular(fake(alphabet, 40, seed))).toBe(false);
      expect(isRegular(fake(dig, 40, seed))).toBe(false);
      expect(isRegular(fakeJwt({ iss: 'issuer', sub: seed }, seed))).toBe(false);
    }
  });
});
