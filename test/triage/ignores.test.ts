import { expect, test } from 'vitest';
import {
  formatIgnores,
  type IgnoreEntry,
  isDay,
  isExpired,
  matchIgnore,
  parseIgnores,
  unusedEntries,
} from '../../src/triage/index.ts';
import type { Ignorable } from '../../src/triage/match-ignore.ts';

const strong = 'a1b2c3d4e5f6a7b8c9d0';
const entry: IgnoreEntry = { rule: 'acme-token', fingerprint: strong, reason: 'revoked in May' };
const finding = (changes: Partial<Omit<Ignorable, 'provenance'>> & { path?: string } = {}): Ignorable => ({
  ruleId: 'acme-token',
  fingerprint: strong,
  exposure: { kind: 'unknown' },
  ...changes,
  provenance: { path: changes.path ?? 'src/a.ts' },
});

test('an entry covers its secret wherever it stands', () => {
  expect(matchIgnore(finding({ path: 'moved/b.ts' }), [entry])).toBe(entry);
});

test('an entry covers neither another secret nor another rule', () => {
  expect(matchIgnore(finding({ fingerprint: `${strong.slice(1)}0` }), [entry])).toBeUndefined();
  expect(matchIgnore(finding({ ruleId: 'other' }), [entry])).toBeUndefined();
});

test("an entry with a rule's former id holds", () => {
  expect(matchIgnore(finding({ ruleId: 'acme-api-token' }), [entry], () => ['acme-token'])).toBe(entry);
});

test('an entry with a path holds there only', () => {
  const here = { ...entry, path: 'src/a.ts' };
  expect(matchIgnore(finding(), [here])).toBe(here);
  expect(matchIgnore(finding({ path: 'src/b.ts' }), [here])).toBeUndefined();
});

test('a guessable secret needs a path', () => {
  const weak = finding({ fingerprint: '~1a2b' });
  expect(matchIgnore(weak, [{ ...entry, fingerprint: '~1a2b' }])).toBeUndefined();
  expect(matchIgnore(weak, [{ ...entry, fingerprint: '~1a2b', path: 'src/a.ts' }])).toBeDefined();
});

test('once the secret ships to browsers, only an entry that says so holds', () => {
  const shipped = finding({ exposure: { kind: 'client' } });
  expect(matchIgnore(shipped, [entry])).toBeUndefined();
  expect(matchIgnore(shipped, [{ ...entry, exposed: true }])).toBeDefined();
});

test('an entry holds on its last day', () => {
  expect(isExpired({ ...entry, expires: '2026-11-23' }, '2026-11-23')).toBe(false);
  expect(isExpired({ ...entry, expires: '2026-11-23' }, '2026-11-24')).toBe(true);
  expect(isExpired(entry, '2999-01-01')).toBe(false);
});

test.each([
  ['2026-02-28', true],
  ['2026-02-30', false],
  ['2026-2-3', false],
  ['tomorrow', false],
])('%s is a day: %s', (text, expected) => {
  expect(isDay(text)).toBe(expected);
});

test('entries that cover nothing are unused', () => {
  const gone = { ...entry, fingerprint: '0'.repeat(20) };
  expect(unusedEntries([entry, gone], [finding()])).toEqual([gone]);
});

test('order, doubles, empty lines and line ends do not matter', () => {
  const line = JSON.stringify(entry);
  const other = JSON.stringify({ ...entry, rule: 'b' });
  const { entries, broken } = parseIgnores(`\uFEFF${other}\r\n\r\n${line}\n${line}\n`);
  expect(broken).toEqual([]);
  expect(formatIgnores(entries)).toBe(`${line}\n${other}\n`);
});

test('the text is the same whatever the order of entries and keys', () => {
  const second = { reason: 'x', path: 'p', fingerprint: strong, rule: 'acme-token' };
  expect(formatIgnores([entry, second])).toBe(formatIgnores([second, entry]));
  expect(formatIgnores([second])).toBe(`{"rule":"acme-token","fingerprint":"${strong}","path":"p","reason":"x"}\n`);
});

test.each([
  ['no JSON', '{ "rule": "a" ', 'not a JSON object on one line'],
  ['a list', '[]', 'not a JSON object on one line'],
  ['an unknown key', JSON.stringify({ ...entry, line: 3 }), 'a key that is none of'],
  ['no rule', JSON.stringify({ fingerprint: strong, reason: 'x' }), 'rule or fingerprint is missing'],
  ['no reason', JSON.stringify({ rule: 'a', fingerprint: strong }), 'reason is missing'],
  ['an empty reason', JSON.stringify({ ...entry, reason: ' ' }), 'reason is not a text'],
  ['a wrong type', JSON.stringify({ ...entry, path: 3 }), 'path is not a text'],
  ['a secret in place of a fingerprint', JSON.stringify({ ...entry, fingerprint: 'a b' }), 'fingerprint is not one'],
  ['a guessable one without a path', JSON.stringify({ ...entry, fingerprint: '~1a2b' }), 'path is missing'],
  ['no day', JSON.stringify({ ...entry, expires: 'soon' }), 'expires is not a day'],
  ['no flag', JSON.stringify({ ...entry, exposed: 'yes' }), 'exposed is not true or false'],
])('%s is a broken line, told without its text', (_, line, problem) => {
  const { entries, broken } = parseIgnores(`${JSON.stringify(entry)}\n${line}\n`);
  expect(entries).toHaveLength(1);
  expect(broken).toEqual([{ line: 2, problem: expect.stringContaining(problem) }]);
});
