import { readFileSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import ts from 'typescript';
import { describe, expect, test } from 'vitest';
import { sourceFiles } from '../support/patterns.ts';

/**
 * Who may import whom, types included. A room is a folder of `src`, a file that lies directly in `src`, or `rules`; what
 * starts with `node:` or is no room is a module from outside. Rooms that only hand data on come first.
 */
const mayImport: Readonly<Record<string, readonly string[]>> = {
  model: [],
  text: [],
  lexicon: [],
  history: ['model'],
  'rule-kit': ['model', 'lexicon', 'node:crypto'],
  rules: ['model', 'rule-kit', 'node:crypto'],
  prefilter: [],
  syntax: ['model', 'typescript', 'jsonc-parser', 'node:module', 'node:buffer', 'node:path'],
  detect: ['model', 'lexicon', 'rule-kit', 'prefilter', 'syntax', 'node:crypto', 'node:zlib'],
  filters: ['model', 'lexicon', 'node:crypto'],
  own: ['model', 'lexicon', 'rule-kit', 'prefilter'],
  exposure: ['model', 'syntax', 'node:path/posix', 'jsonc-parser'],
  triage: ['model'],
  remedy: ['model', 'text'],
  report: ['model', 'text', 'remedy', 'picocolors'],
  config: ['model', 'rule-kit', 'triage', 'node:fs', 'node:path', 'valibot', 'jsonc-parser', 'smol-toml', 'yaml'],
  // The engine never asks who calls it: what it needs to know of a run is in its settings.
  'inspect.ts': ['model', 'prefilter', 'syntax', 'detect', 'filters', 'own', 'triage'],
  'expose.ts': ['model', 'exposure', 'sources'],
  sources: [
    'model',
    'config',
    'history',
    'exposure',
    'own',
    'node:buffer',
    'node:child_process',
    'node:fs',
    'node:os',
    'node:path',
    'node:stream',
    'node:stream/web',
    'node:zlib',
    '@jridgewell/sourcemap-codec',
    'fast-glob',
    'ignore',
    'modern-tar',
    'npm-packlist',
    'simple-git',
    'yauzl',
  ],
  // Reads the automaton that a build left beside it, never what is scanned: that is done by the sources.
  pool: ['model', 'prefilter', 'sources', 'rules', 'inspect.ts', 'node:v8', 'node:worker_threads', 'node:fs'],
  'join-imported.ts': ['model'],
  'follow-relays.ts': ['model', 'pool', 'sources'],
  'tally.ts': ['model', 'detect', 'config', 'triage', 'pool'],
  'expose-history.ts': ['model', 'expose.ts'],
  'scan.ts': [
    'model',
    'node:path',
    'config',
    'sources',
    'own',
    'rules',
    'pool',
    'expose.ts',
    'expose-history.ts',
    'follow-relays.ts',
    'join-imported.ts',
    'tally.ts',
  ],
  // `keyscan graph` shows what the exposure room thinks of a module.
  cli: [
    'model',
    'text',
    'rules',
    // `keyscan ignore` keeps a secret out of the file that it writes.
    'detect',
    'triage',
    'remedy',
    'report',
    'config',
    'sources',
    'exposure',
    'scan.ts',
    'package.json',
    'node:crypto',
    'node:fs',
    'node:os',
    'node:path',
    'node:url',
    'node:util',
    'yargs',
  ],
  'index.ts': ['model', 'cli', 'scan.ts'],
};

/** Rooms that touch neither disk nor processes nor the network: what they read is handed to them. */
const core =
  'model text lexicon history rule-kit rules prefilter syntax detect filters own exposure triage remedy report'.split(
    ' ',
  );
const world =
  /^node:(?:fs|child_process|net|http|https|http2|dgram|dns|tls|worker_threads|process|os|readline|cluster)\b/;
const mostLines = 250;

const top = new URL('../../', import.meta.url).pathname;
const files = ['src', 'rules']
  .flatMap((folder) => sourceFiles(join(top, folder)))
  .map((file) => file.slice(top.length));
const textOf = (file: string): string => readFileSync(join(top, file), 'utf8');

/** The room a path of this repository lies in. */
function roomOf(path: string): string {
  const [first = '', second = ''] = path.split('/');
  return first === 'src' ? second : first;
}

const importsOf = (file: string): string[] =>
  ts.preProcessFile(textOf(file), true, true).importedFiles.map(({ fileName }) => fileName);

/** What a file imports from other rooms and from outside. */
const outwardImports = (file: string): string[] =>
  importsOf(file)
    .map((name) => (name.startsWith('.') ? roomOf(posix.join(dirname(file), name)) : name))
    .filter((name) => name !== roomOf(file));

describe.each(files)('%s', (file) => {
  test('imports only what its room may', () => {
    const allowed = mayImport[roomOf(file)];
    const forbidden = outwardImports(file).filter((name) => !allowed?.includes(name));
    expect(forbidden, `${file} must not import ${forbidden.join(', ')}: have it handed in, or move the code`).toEqual(
      [],
    );
  });

  test.skipIf(roomOf(file) === 'rules')(`has at most ${mostLines} lines`, () => {
    const lines = textOf(file).split('\n').length - 1;
    expect(lines, `${file} has ${lines} lines: split it by job`).toBeLessThanOrEqual(mostLines);
  });
});

test.each(core)('%s touches nothing but memory', (room) => {
  expect(mayImport[room]?.filter((name) => world.test(name))).toEqual([]);
});

test('only the syntax room knows the compiler', () => {
  expect(Object.keys(mayImport).filter((room) => mayImport[room]?.includes('typescript'))).toEqual(['syntax']);
});

test('no rooms import one another in a circle', () => {
  const placed = new Set<string>();
  const rest = new Set(Object.keys(mayImport));
  for (let before = -1; before !== placed.size; ) {
    before = placed.size;
    for (const room of rest) {
      const waits = mayImport[room]?.some((name) => name in mayImport && !placed.has(name));
      if (!waits && rest.delete(room)) placed.add(room);
    }
  }
  expect([...rest], 'these rooms wait for one another').toEqual([]);
});

test('the table names what exists and is used', () => {
  const used = new Map<string, Set<string>>();
  for (const file of files) {
    const names = used.get(roomOf(file)) ?? new Set();
    for (const name of outwardImports(file)) names.add(name);
    used.set(roomOf(file), names);
  }
  const idle = Object.entries(mayImport).flatMap(([room, names]) =>
    names.filter((name) => !used.get(room)?.has(name)).map((name) => `${room} imports no ${name}`),
  );
  expect(idle, 'take it out of the table').toEqual([]);
});
