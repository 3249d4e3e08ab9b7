import { encode } from '@jridgewell/sourcemap-codec';
import { describe, expect, test } from 'vitest';
import { scanReport } from '../../../src/index.ts';
import { b62, base62Crc32, fake } from '../../../src/rule-kit/index.ts';
import { blankSources } from '../../../src/sources/bundles/blank-sources.ts';
import { parseMap } from '../../../src/sources/bundles/parse-map.ts';
import { sourceName } from '../../../src/sources/bundles/source-name.ts';
import { temporaryFolder, writeFiles } from '../../support/git.ts';

const token = (seed: number): string => {
  const body = fake(b62, 30, seed);
  return `ghp_${body}${base62Crc32(body)}`;
};
const key = token(1);
const bundle = `function a(){}const b="${key}";`;
const source = `import x from 'y';\n\n  export const key = '${key}';\n`;
/** The string of the bundle comes from line 3, column 22 of the source. */
const at = bundle.indexOf('"');
const map = (more: object = {}) => ({
  version: 3,
  sources: ['../src/lib/ai.ts'],
  sourcesContent: [source],
  names: [],
  mappings: encode([
    [
      [0, 0, 0, 0],
      [at, 0, 2, 21],
    ],
  ]),
  ...more,
});
const link = '\n//# sourceMappingURL=app.js.map\n';

async function scan(files: Readonly<Record<string, string>>) {
  const folder = temporaryFolder();
  writeFiles(folder, files);
  const { findings, skips } = await scanReport({ cwd: folder, config: false, noIgnore: true, jobs: 1 });
  return {
    found: findings.map(({ file, start, related }) =>
      [`${file}:${start.line}`, ...related.map(({ file: other, line, why }) => `${other}:${line} ${why}`)].join(' | '),
    ),
    skips: skips.map(({ path, reason }) => `${path} ${reason}`),
    folder,
  };
}

const claimed = 'dist/app.js.map!/src/lib/ai.ts:3 where it was written, column 23, if the source map is right';
/** Without the text of the source: the mapping tells where the string starts. */
const byMapping = claimed.replace('column 23', 'column 22');

describe('a finding in a generated file', () => {
  test.each([
    ['beside it', { 'dist/app.js': bundle + link, 'dist/app.js.map': JSON.stringify(map()) }],
    ['not named', { 'dist/app.js': bundle, 'dist/app.js.map': JSON.stringify(map()) }],
    [
      'indexed',
      {
        'dist/app.js': bundle + link,
        'dist/app.js.map': JSON.stringify({ version: 3, sections: [{ offset: { line: 0, column: 0 }, map: map() }] }),
      },
    ],
  ])('names its origin, the map %s; what the map carries is the same finding', async (_, files) => {
    expect((await scan(files)).found).toEqual([`dist/app.js:1 | ${claimed}`]);
  });

  test('with an inline map, of code and of a style sheet', async () => {
    const inline = Buffer.from(JSON.stringify(map())).toString('base64');
    const data = `sourceMappingURL=data:application/json;charset=utf-8;base64,${inline}`;
    expect((await scan({ 'dist/app.js': `${bundle}\n//# ${data}\n` })).found).toEqual([
      'dist/app.js:1 | dist/app.js!/src/lib/ai.ts:3 where it was written, column 23, if the source map is right',
    ]);
    const css = `a{b:url("https://x/?t=${key}")}`;
    const { found } = await scan({ 'dist/app.css': `${css}\n/*# ${data} */\n` });
    expect(found.length).toBeGreaterThan(0);
    expect(found.join()).toContain('dist/app.css!/src/lib/ai.ts:3');
  });

  test('is one with that in its source, where its text is there', async () => {
    const files = { 'dist/app.js': bundle + link, 'dist/app.js.map': JSON.stringify(map()) };
    expect((await scan({ ...files, 'src/lib/ai.ts': source })).found).toEqual([
      `src/lib/ai.ts:3 | dist/app.js:1 built into it, column ${at + 2} | dist/app.js.map!/src/lib/ai.ts:3 the source map carries it too`,
    ]);
    const root = JSON.stringify(map({ sources: ['webpack://app/./src/lib/ai.ts?1f2e'] }));
    expect((await scan({ ...files, 'dist/app.js.map': root, 'src/lib/ai.ts': source })).found).toHaveLength(1);
  });

  test('does not blame a file that holds another secret, or none', async () => {
    const files = { 'dist/app.js': bundle + link, 'dist/app.js.map': JSON.stringify(map({ sourcesContent: [] })) };
    const other = await scan({ ...files, 'src/lib/ai.ts': source.replace(key, token(2)) });
    expect(other.found).toEqual([`dist/app.js:1 | ${byMapping}`, 'src/lib/ai.ts:3']);
    expect((await scan({ ...files, 'src/lib/ai.ts': 'export {};' })).found).toEqual([`dist/app.js:1 | ${byMapping}`]);
  });
});

test('is one with that in its source, where mappings lead to something that a loader made', async () => {
  const loaded = map({ sources: ['<anon>', 'src/lib/ai.ts'], sourcesContent: [`\n\n  const a = '${key}';`, source] });
  const files = { 'dist/app.js': bundle + link, 'dist/app.js.map': JSON.stringify(loaded) };
  expect((await scan(files)).found).toHaveLength(1);
  const { found } = await scan({ ...files, 'src/lib/ai.ts': source });
  expect(found).toHaveLength(1);
  expect(found[0]).toMatch(/^src\/lib\/ai\.ts:3 \| dist\/app\.js:1 built into it/);
});

describe('a source map', () => {
  test('with a secret that its bundle has not is a finding', async () => {
    const { found } = await scan({ 'dist/app.js': `a()${link}`, 'dist/app.js.map': JSON.stringify(map()) });
    expect(found).toEqual(['dist/app.js.map!/src/lib/ai.ts:3']);
  });

  test('hides nothing in what is neither a source nor a mapping', async () => {
    const text = JSON.stringify(map({ sourcesContent: ['x'], x_more: { sourcesContent: [key] } }));
    const { found } = await scan({ 'a.js.map': text });
    expect(found).toEqual(['a.js.map:1']);
  });

  test('that is broken is told', async () => {
    for (const text of [
      '{"version":3,',
      '{"sections":[{"offset":{"line":-1},"map":{}}]}',
      '{"mappings":3}',
      '{"sections":[{"offset":{"line":0,"column":0},"map":{"sections":[]}}]}',
    ])
      expect((await scan({ 'a.js.map': text })).skips).toEqual(['a.js.map broken-map']);
    expect((await scan({ 'a.map': '{"tiles":[1,2]}' })).skips).toEqual([]);
  });

  test('with hostile mappings, names and places does no harm', async () => {
    for (const hostile of [
      { mappings: '!!!!' },
      { mappings: ';'.repeat(1000) },
      { mappings: encode([[[0, 99, 99999999, 5]]]) },
      { sources: ['../../../../etc/passwd'] },
      { sources: ['/etc/passwd'] },
      { sources: [null] },
      { sources: ['\u001b[31m'] },
    ]) {
      const { found, skips } = await scan({
        'dist/app.js': bundle + link,
        'dist/app.js.map': JSON.stringify(map(hostile)),
      });
      expect(skips).toEqual([]);
      expect(found[0]).toMatch(/^dist\/app\.js:1/);
      for (const each of found) expect(each).toMatch(/^(?!.*(?:\.\.|\s\/etc))[\x20-\x7e…]*$/);
    }
    const outside = await scan({
      'dist/app.js': `${bundle}\n//# sourceMappingURL=../../../../../../../../etc/hostname\n`,
    });
    expect(outside.found).toEqual(['dist/app.js:1']);
    const itself = await scan({ 'dist/app.js': `${bundle}\n//# sourceMappingURL=app.js\n` });
    expect(itself.found).toEqual(['dist/app.js:1']);
  });
});

test('blanking keeps every place and parses still as nothing else', () => {
  const text = JSON.stringify(
    map({ names: ['a"}', '\\', '[{'], x: [{ mappings: 'keep' }], y: -1.5e3, z: null }),
    null,
    2,
  );
  const blank = blankSources(Buffer.from(text)).toString();
  expect(blank).toHaveLength(text.length);
  expect(blank).not.toContain(key);
  expect(blank).toContain('"mappings": "keep"');
  expect(blank.slice(blank.indexOf('"names"')).replace(/\s/g, '')).toContain(
    '"names":["a\\"}","\\\\","[{"],"mappings":,"x"',
  );
  expect(parseMap(text)).toHaveLength(1);
});

test.each([
  ['webpack://app/./src/a.ts?1f2e', 'src/a.ts'],
  ['webpack:///./src/a.ts', 'src/a.ts'],
  ['webpack:///src/a.ts', 'src/a.ts'],
  ['turbopack:///[project]/src/a.ts', 'src/a.ts'],
  ['../../src/a.ts', '../../src/a.ts'],
  ['file:///home/x/a.ts', '/home/x/a.ts'],
])('%s is %s', (name, path) => {
  expect(sourceName(name)).toBe(path);
});
