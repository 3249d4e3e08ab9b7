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
    ['the name of a field', 'dropdownWidth'],
  ])('is not %s', (_what, value) => {
    expect(isChosen(value)).toBe(false);
  });
});

describe('a value that is no secret', () => {
  test('the address of a class in a module', () => {
    expect(refusal('buildbot.www.oauth2:GitLabAuth')).toBe('not-a-value');
  });
  test.each(['keyword.operator.actionscript.2', 'constant.datatype!', 'keyword.tag-$1'])(
    'a class that a grammar gives to words: %s',
    (value) => {
      expect(refusal(value)).toBe('not-a-value');
    },
  );
  test.each(['bdc1ChargePower', 'V1SecretVolumeSource'])('the name of a field or type: %s', (value) => {
    expect(refusal(value)).toBe('not-a-value');
  });
  test.each(['%[a-f0-9]{2}', '\\u3299\\ufe0f'])('a pattern or escapes: %s', (value) => {
    expect(refusal(value)).toBe('not-a-value');
  });
  test.each([
    ...['aes-256-gcm', 'AES-128-CBC', 'argon2id', 'HS256', 'ES256K', 'A256GCM', 'RSA-OAEP-256', 'pbkdf2-sha512'],
    ...['chacha20-poly1305', 'secp256k1'],
  ])('the name of an algorithm: %s', (value) => {
    expect(refusal(value)).toBe('not-a-value');
  });
  test.each(['x-webhook-secret-256', 'X-Acme-Token-V2'])('the name of a header: %s', (value) => {
    expect(refusal(value)).toBe('not-a-value');
  });
  test('the name of a variable', () => {
    expect(refusal('ACME_API_TOKEN_V2')).toBe('not-a-value');
    expect(refusal('ACME_7F3KQ9_TOKEN_V2')).toBeUndefined();
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
  test.each([
    ['the name of a file', '08-ssl-connect-no-auth.cpp', 'not-a-value'],
    ['a pattern', 'CKV_SECRET_6:.*Skip7x.json$', 'not-a-value'],
    ['a text that is filled in', String.raw`%s\n===`, 'not-a-value'],
    ['a value with its middle left out', `${fake(hex, 8, 2)}..${fake(hex, 4, 3)}`, 'not-a-value'],
    ['the scope of a signature', `${fake(hex, 20, 4)}/20240101/eu-west-1/s3/aws4_request`, 'not-a-value'],
    ['a digest of PostgreSQL', `md5${fake(hex, 32, 5)}`, 'hash'],
    ['a SCRAM verifier', `SCRAM-SHA-256$4096:${fake(hex, 32, 6)}`, 'hash'],
  ])('%s', (_what, value, reason) => {
    expect(refusal(value)).toBe(reason);
  });
  test('but random bytes are one', () => {
    expect(refusal(fake(hex, 64, 1))).toBeUndefined();
  });
});
