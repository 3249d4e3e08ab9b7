import { describe, expect, test } from 'vitest';
import { isPlaceholderWord, isReference } from '../../src/lexicon/index.ts';

describe('words that stand for a value', () => {
  test.each(['password', 'p4ssw0rd', 'P@ssw0rd', 's3cret'])('%s, also with digits for letters', (word) => {
    expect(isPlaceholderWord(word)).toBe(true);
  });
  test.each(['12345', '7t5r3e4w'])('%s is no such word', (word) => {
    expect(isPlaceholderWord(word)).toBe(false);
  });
});

test.each(['pkcs11:manufacturer=piv_II;id=%01', 'urn:oasis:names:tc:SAML:2.0:status'])(
  '%s says where a key is',
  (value) => {
    expect(isReference(value)).toBe(true);
  },
);
