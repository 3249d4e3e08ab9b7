import {
  chmodSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { readIgnores, splitByDay, writeIgnores } from '../../src/config/ignores.ts';
import { writeWhole } from '../../src/config/write-whole.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'keyscan-write-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

test('a file is written whole, keeps its mode, and nothing else is left', () => {
  const file = join(folder, 'report.json');
  writeFileSync(file, 'old');
  chmodSync(file, 0o600);
  writeWhole(file, 'new');
  expect(readFileSync(file, 'utf8')).toBe('new');
  expect(statSync(file).mode & 0o777).toBe(0o600);
  expect(readdirSync(folder)).toEqual(['report.json']);
});

test('a link is followed', () => {
  writeFileSync(join(folder, 'real'), 'old');
  symlinkSync('real', join(folder, 'link'));
  writeWhole(join(folder, 'link'), 'new');
  expect(lstatSync(join(folder, 'link')).isSymbolicLink()).toBe(true);
  expect(readFileSync(join(folder, 'real'), 'utf8')).toBe('new');
});

test('a failure leaves what was there', () => {
  mkdirSync(join(folder, 'taken'));
  expect(() => writeWhole(join(folder, 'taken'), 'new')).toThrow();
  expect(() => writeWhole(join(folder, 'none', 'file'), 'new')).toThrow(/ENOENT/);
  expect(readdirSync(folder)).toEqual(['taken']);
});

test('a device is written to as it is', () => {
  writeWhole('/dev/null', 'text');
  expect(() => writeWhole('/dev/full', 'text')).toThrow(/ENOSPC/);
});

const entry = { rule: 'acme-token', fingerprint: 'a'.repeat(20), reason: 'test' };

test('ignore entries are written and read again', () => {
  expect(readIgnores(folder)).toEqual([]);
  writeIgnores(folder, [entry]);
  expect(readIgnores(folder)).toEqual([entry]);
  expect(readFileSync(join(folder, '.keyscan/.gitattributes'), 'utf8')).toBe('ignores.jsonl merge=union\n');
  expect(splitByDay([entry, { ...entry, expires: '2026-01-01' }], '2026-01-02').expired).toHaveLength(1);
});

test('a broken line is named by its number', () => {
  writeIgnores(folder, [entry]);
  writeFileSync(join(folder, '.keyscan/ignores.jsonl'), 'zzyzxq\n', { flag: 'a' });
  expect(() => readIgnores(folder)).toThrow('.keyscan/ignores.jsonl:2: not a JSON object on one line');
  expect(() => readIgnores(folder)).not.toThrow('zzyzxq');
});

test('entries are not written through a link', () => {
  mkdirSync(join(folder, 'elsewhere'));
  symlinkSync('elsewhere', join(folder, '.keyscan'));
  expect(() => writeIgnores(folder, [entry])).toThrow('a link');
  expect(readdirSync(join(folder, 'elsewhere'))).toEqual([]);
});
