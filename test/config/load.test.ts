import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { findConfig } from '../../src/config/find.ts';
import { loadConfig } from '../../src/config/load.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'keyscan-config-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const put = (name: string, text: string): string => {
  writeFileSync(join(folder, name), text);
  return join(folder, name);
};
const load = (name: string, text: string) => loadConfig(put(name, text), name);
const faults = async (name: string, text: string): Promise<string> => {
  const error = await load(name, text).then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  expect(error).toMatchObject({ name: 'UsageError' });
  return (error as Error).message;
};

describe('every format holds the same', () => {
  const expected = {
    values: { exclude: ['a/**'], overrides: [{ paths: ['t'], severity: 'low' }] },
    maxFileSize: 1_000,
  };
  test.each([
    [
      'keyscan.config.json',
      '{ "exclude": ["a/**"], "maxFileSize": "1kB", "overrides": [{ "paths": ["t"], "severity": "low" }] }',
    ],
    [
      'keyscan.config.jsonc',
      '{ // why\n "exclude": ["a/**"], "maxFileSize": 1000, "overrides": [{ "paths": ["t"], "severity": "low" }], }',
    ],
    ['keyscan.config.yaml', 'exclude: [a/**]\nmaxFileSize: 1kB\noverrides:\n  - paths: [t]\n    severity: low\n'],
    ['keyscan.config.toml', 'exclude = ["a/**"]\nmaxFileSize = 1000\n[[overrides]]\npaths = ["t"]\nseverity = "low"\n'],
    [
      'package.json',
      '{ "name": "x", "keyscan": { "exclude": ["a/**"], "maxFileSize": 1000, "overrides": [{ "paths": ["t"], "severity": "low" }] } }',
    ],
  ])('%s', async (name, text) => {
    expect(await load(name, text)).toEqual({ ...expected, customRules: [] });
    expect(findConfig(folder)).toBe(join(folder, name));
  });
});

test('nothing is a configuration too', async () => {
  expect((await load('keyscan.config.yaml', '')).values).toEqual({});
  expect((await load('keyscan.config.json', '\uFEFF{}')).values).toEqual({});
});

describe('a fault is named with its place', () => {
  test.each([
    ['a.json', '{\n  "severty": "low"\n}', 'a.json:2:3: severty is no key of a configuration; did you mean severity?'],
    [
      'a.json',
      '{ "severity": "hgih" }',
      'a.json:1:15: severity is none of critical, high, medium, low, note; did you mean high?',
    ],
    ['a.json', '{ "exclude": "x" }', 'a.json:1:14: exclude is not of the right type: a list expected'],
    ['a.json', '{ "syntax": "yes" }', 'a.json:1:13: syntax is not of the right type: true or false expected'],
    ['a.json', '{ "maxFileSize": "huge" }', 'a.json:1:18: maxFileSize is no size: a number of bytes, or 10MB'],
    [
      'a.json',
      '{ "maxFileSize": [] }',
      'a.json:1:18: maxFileSize is not of the right type: a text or a number expected',
    ],
    ['a.json', '{ "overrides": [{ "path": ["x"] }] }', 'a.json:1:17: overrides[0].paths is missing'],
    ['a.json', '[]', 'a.json:1:1: the configuration is a list: keys with values expected'],
    ['a.json', '{ "a": }', 'a.json:1:8: not valid JSON (ValueExpected)'],
    [
      'a.yaml',
      'exclude: []\nseverty: low\n',
      'a.yaml:2:1: severty is no key of a configuration; did you mean severity?',
    ],
    ['a.yaml', 'overrides:\n  - paths: [a]\n    severity: [1]\n', 'a.yaml:3:15: overrides[0].severity is none of'],
    ['a.yaml', 'a: [1\nb: 2', 'a.yaml:2:1: not valid YAML (BAD_INDENT)'],
    [
      'a.toml',
      'exclude = []\nseverty = "low"\n',
      'a.toml:2:1: severty is no key of a configuration; did you mean severity?',
    ],
    [
      'a.toml',
      '[[overrides]]\npaths = ["a"]\n[[overrides]]\npaths = ["a"]\nseverity = 3\n',
      'a.toml:5:1: overrides[1].severity is none of',
    ],
    ['a.toml', 'a = \n', 'a.toml:1:5: not valid TOML'],
    [
      'package.json',
      '{ "keyscan": { "exclud": [] } }',
      'package.json:1:16: keyscan.exclud is no key of a configuration; did you mean exclude?',
    ],
    ['a.js', 'module.exports = {}', 'a.js: not a configuration: .json, .jsonc, .yaml or .toml expected'],
  ])('%s: %j', async (name, text, line) => {
    expect(await faults(name, text)).toContain(line);
  });
});

test('every fault has its line', async () => {
  expect((await faults('a.json', '{ "a": 1, "exclude": 2, "severity": 3 }')).split('\n')).toHaveLength(3);
});

test('no message quotes a value', async () => {
  const value = 'zzyzxq';
  for (const [name, text] of [
    ['a.json', `{ "severity": "${value}", "exclude": "${value}", "maxFileSize": "${value}", "syntax": "${value}" }`],
    ['b.json', `{ "severity": ${value} }`],
    ['c.yaml', `severity: ${value}\n  exclude: "${value}\n`],
    ['d.toml', `severity = ${value}\n`],
    ['e.json', `{ "customRules": [{ "pattern": "(${value}" , "flags": "${value}", "id": "${value}!" }] }`],
  ] as const)
    expect(await faults(name, text)).not.toContain(value);
});

test('a named configuration that is not there is a fault', async () => {
  await expect(loadConfig(join(folder, 'no.json'), 'no.json')).rejects.toThrow('no.json: no such configuration file');
});

test('a folder of that name is a fault', async () => {
  mkdirSync(join(folder, 'keyscan.config.json'));
  await expect(loadConfig(join(folder, 'keyscan.config.json'), 'c')).rejects.toThrow('c: not a file');
});

test('a text that grows by aliases is refused', async () => {
  const bomb = Array.from({ length: 9 }, (_, i) => `a${i}: &a${i} [${i ? `*a${i - 1},`.repeat(9) : 'x'}]`).join('\n');
  expect(await faults('a.yaml', bomb)).toContain('too many aliases');
});

describe('where a configuration is looked for', () => {
  test('two are one too many', () => {
    put('keyscan.config.json', '{}');
    put('keyscan.config.toml', '');
    expect(() => findConfig(folder)).toThrow('keyscan.config.json and keyscan.config.toml');
  });
  test('a package.json without the key is none', () => {
    put('package.json', '{ "dependencies": { "keyscan": "1" } }');
    expect(findConfig(folder)).toBeUndefined();
  });
  test('a broken package.json is none', () => {
    put('package.json', '{ "keyscan": ');
    expect(findConfig(folder)).toBeUndefined();
  });
});

test('a pipe of that name does not block', async () => {
  execFileSync('mkfifo', [join(folder, 'keyscan.config.json')]);
  await expect(loadConfig(join(folder, 'keyscan.config.json'), 'c')).rejects.toThrow('c: not a file');
});
