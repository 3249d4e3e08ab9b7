import { describe, expect, test } from 'vitest';
import { fake, hex, isChosen, letters, looksOf } from '../../src/rule-kit/index.ts';

const mixed = (seed: number): string => `${fake(letters, 5, seed)}7${fake(letters, 4, seed + 50)}`;
const base64 = (text: string): string => Buffer.from(text).toString('base64');
const refusal = (value: string): string | undefined => {
  const looks = looksOf(value);
  return 'reason' in looks ? looks.reason : undefined;
};

describe('a chosen password', () => {
  test.each([1, 2, 3, 4])('has digits among its letters (%i)', (seed) => {
    expect(isChosen(mixed(seed))).toBe(true);
  });

  test.each([
    ['a word and digits, as people write for a stand-in', 'cisco123'],
    ['a name with a number', 'webhookID123'],
    ['a constant', 'DNS_RFC2136_CREDENTIALS'],
    ['fields with colons', 'user1:12345:crwad'],
    ['padding, which is no sign', 'TokenAbc123=='],
    ['a short text', 'a1b2'],
  ])('is not %s', (_what, value) => {
    expect(isChosen(value)).toBe(false);
  });
});

describe('a value that is no secret', () => {
  test('the address of a class in a module', () => {
    expect(refusal('buildbot.www.oauth2:GitLabAuth')).toBe('not-a-value');
  });
  test('a generic type', () => {
    expect(refusal('List[V1LocalObjectReference]')).toBe('not-a-value');
  });
  test('a list of ciphers', () => {
    expect(refusal('!RC4:!ADH:!LOW@STRENGTH')).toBe('not-a-value');
  });
  test('several fields in one text', () => {
    expect(refusal('foo#100#1=20#2=5#3=30')).toBe('not-a-value');
  });
  test('bytes written as escapes', () => {
    expect(refusal(String.raw`\xe4\x95\x91\x25\xe2`)).toBe('not-a-value');
  });
  test('the first part of a JSON web token alone', () => {
    expect(refusal(`${base64('{"alg":"HS256","typ":"JWT"}')}.`)).toBe('bad-structure');
  });
  test('a word in base 64', () => {
    expect(refusal(base64('privateKey\n'))).toBe('placeholder');
  });
  test('bytes that count up', () => {
    expect(refusal(Buffer.from(Array.from({ length: 32 }, (_, at) => at)).toString('hex'))).toBe('low-variety');
  });
  test('but random bytes are one', () => {
    expect(refusal(fake(hex, 64, 1))).toBeUndefined();
  });
});
