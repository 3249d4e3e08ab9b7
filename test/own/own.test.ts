import { describe, expect, test } from 'vitest';
import { ownSecretValue } from '../../rules/own-secret-value.ts';
import { Inspector } from '../../src/inspect.ts';
import { chooseValues } from '../../src/own/choose-values.ts';
import { formsOf } from '../../src/own/forms.ts';
import { isSearchable } from '../../src/own/is-searchable.ts';
import { readVariables } from '../../src/own/read-variables.ts';
import { b62, fake, fakePassword, hex } from '../../src/rule-kit/index.ts';
import { blobOf, openSettings, textAt } from '../support/inspect.ts';

const value = `${fake(b62, 12, 3)}+/${fake(b62, 12, 4)}"=&${fake(b62, 6, 5)}`;
const own = chooseValues([{ file: '/app/.env', name: '.env', text: `STRIPE_SECRET_KEY='${value}'\nPORT=3000\n` }]);
const inspector = new Inspector(ownSecretValue, { ...openSettings, own });
const look = (text: string, path = 'dist/app.js') => inspector.inspect(blobOf(text, path)).findings;
const quoted = (text: string): string => JSON.stringify(text);

describe('what is searched for', () => {
  test('values that are nobody else’s', () => {
    expect(own.values.map(({ name, from }) => `${name} ${from}`)).toEqual(['STRIPE_SECRET_KEY .env']);
    expect(own.leftOut).toBe(1);
    expect(isSearchable('DB_PASSWORD', fakePassword(1))).toBe(true);
    expect(isSearchable('DATABASE_URL', `postgres://app:${fake(b62, 10)}@db/app`)).toBe(true);
    expect(isSearchable('SENTRY', fake(hex, 32))).toBe(true);
  });

  test.each([
    ['DEBUG', 'true'],
    ['PORT', '3000'],
    ['HOST', 'localhost'],
    ['API_URL', 'https://api.example.org/v1'],
    ['MAIL_FROM', 'someone@example.org'],
    ['API_KEY', 'your-api-key-here'],
    ['PASSWORD', 'aaaaaaaaaaaaaaaa'],
    ['TOKEN', '$OTHER_TOKEN'],
    ['NEXT_PUBLIC_SUPABASE_ANON_KEY', fake(b62, 40)],
    ['APP_TITLE', 'the quick brown fox jumps'],
    ['VERSION', '2024.01.02-1'],
  ])('not %s', (name, text) => {
    expect(isSearchable(name, text)).toBe(false);
  });
});

describe('files of settings', () => {
  test('are read as what they are', () => {
    const text = [
      'A=one',
      "export B='two # no comment' # comment",
      'C="three\\nlines"',
      '# D=no',
      'E = five # comment',
      '//registry.example.org/:_authToken=six',
      'f: "seven"',
      'G="eight',
      'nine"',
    ].join('\n');
    expect(readVariables(text, '.env').map(({ name, value: each }) => `${name}=${each}`)).toEqual([
      'A=one',
      'B=two # no comment',
      'C=three\nlines',
      'E=five',
      '_authToken=six',
      'f=seven',
      'G=eight\nnine',
    ]);
    expect(readVariables('{"a":{"b":"one","c":[{"d":"two"}]},"e":3}', 'secrets.json')).toEqual([
      { name: 'b', value: 'one' },
      { name: 'd', value: 'two' },
    ]);
    expect(readVariables('{', 'secrets.json')).toEqual([]);
  });
});

describe('where a value stands', () => {
  const half = 10;
  test.each([
    ['as it is', `x = ${value} y`],
    ['as JSON', `{"key":${quoted(value)}}`],
    ['as JSON in JSON', quoted(`{"key":${quoted(value)}}`)],
    ['URL-encoded', `https://x/?k=${encodeURIComponent(value)}&z`],
    [
      'with small letters in its codes',
      `?k=${encodeURIComponent(value).replace(/%../g, (code) => code.toLowerCase())}`,
    ],
    ['with slashes escaped', `"${quoted(value).slice(1, -1).replaceAll('/', '\\/')}"`],
    ['in two pieces', `"${value.slice(0, half)}" + '${value.slice(half, 24)}' +\n  ${quoted(value.slice(24))}`],
    ['in a list', `[${quoted(value.slice(0, half))}, ${quoted(value.slice(half))}].join("")`],
    ['with concat', `${quoted(value.slice(0, half))}.concat(${quoted(value.slice(half))})`],
    ['over a line end', `"${value.slice(0, half)}\\\n${value.slice(half, 24)}${quoted(value.slice(24)).slice(1)}`],
    [
      'in hexadecimal escapes',
      `"${value.slice(0, half)}${[...value.slice(half)].map((c) => `\\x${c.charCodeAt(0).toString(16)}`).join('')}"`,
    ],
  ])('%s', (_, text) => {
    const found = look(text);
    expect(found.map(({ ruleId, title, severity }) => `${ruleId}: ${title}, ${severity}`)).toEqual([
      'own-secret-value: The value of `STRIPE_SECRET_KEY` from .env, high',
    ]);
    expect(textAt(text, found[0] as never)).toContain(value.slice(1, half));
  });

  test.each([0, 1, 2, 3, 4, 5])('in base64, %i bytes after its start', (before) => {
    for (const encoding of ['base64', 'base64url'] as const) {
      const text = `"${Buffer.from(`${'u'.repeat(before)}${value}:after`).toString(encoding)}"`;
      expect(look(text).map(({ ruleId }) => ruleId)).toEqual(['own-secret-value']);
      const lines = text.replace(/(.{24})/g, '$1\n');
      expect(look(lines).map(({ ruleId }) => ruleId)).toEqual(['own-secret-value']);
    }
  });

  test('not a part of it, and not another case', () => {
    expect(look(value.slice(0, -1))).toEqual([]);
    expect(look(value.toUpperCase())).toEqual([]);
    expect(look(`${quoted(value.slice(0, half))}, "other", ${quoted(value.slice(half))}`)).toEqual([]);
  });

  test('never in the file it comes from', () => {
    const blob = blobOf(`STRIPE_SECRET_KEY='${value}'`, '.env', 'ignored');
    const at = (file: string) => inspector.inspect({ ...blob, item: { ...blob.item, place: { kind: 'disk', file } } });
    expect(at('/app/.env').findings).toEqual([]);
    expect(at('/app/copy/.env').findings).toHaveLength(1);
  });

  test('every form starts with what stands in the bytes', () => {
    for (const { kind, text } of formsOf({ name: 'A', from: 'b', value: 'héllo wörld 123' })) {
      expect(text.length, kind).toBeGreaterThan(8);
      expect(text).toMatch(/^[\x20-\xff]+$/);
    }
  });
});
