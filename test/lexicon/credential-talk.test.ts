import { expect, test } from 'vitest';
import { isCredentialTalk } from '../../src/lexicon/index.ts';

test.each(['mysecrettoken', 'passwordresetrequired', 'somepassphrase'])('%s is talk', (text) => {
  expect(isCredentialTalk(text)).toBe(true);
});

test.each(['', 'mysecrettokex', 'qrtmsecret'])('%s is none', (text) => {
  expect(isCredentialTalk(text)).toBe(false);
});

test('words made of other words do not double the time with each of them', () => {
  // A pattern of these words would need more steps for this text than there are atoms.
  expect(isCredentialTalk(`${'somepasswordsomepassphrase'.repeat(40)}q`)).toBe(false);
});
