import { describe, expect, test } from 'vitest';
import type { LiteralSite } from '../../src/model/index.ts';
import { candidates } from '../../src/syntax/modules/candidates.ts';
import { read } from './support.ts';

type Files = Readonly<Record<string, string>>;

/** Sites with the text in `src/main.ts`, in a project of these files; and the paths that were asked for. */
function inProject(files: Files, wanted: string): { found: LiteralSite[]; asked: string[] } {
  const asked: string[] = [];
  const modules = (path: string): Uint8Array | undefined => {
    asked.push(path);
    const text = Object.hasOwn(files, path) ? files[path] : undefined;
    return text === undefined ? undefined : Buffer.from(text);
  };
  const program = read(files['src/main.ts'] ?? '', 'src/main.ts', { modules });
  return { found: program.literals.filter((site) => site.text === wanted && site.built.kind !== 'literal'), asked };
}

const use = "import { A } from 'a';\nnew A({ key });";

describe('constants of other files', () => {
  test.each<readonly [string, Files]>([
    [
      'a named export',
      { 'src/main.ts': `import { key } from './keys';\n${use}`, 'src/keys.ts': "export const key = 'value';" },
    ],
    [
      'with its ending',
      { 'src/main.ts': `import { key } from './keys.ts';\n${use}`, 'src/keys.ts': "export const key = 'value';" },
    ],
    [
      'a compiled ending',
      { 'src/main.ts': `import { key } from './keys.js';\n${use}`, 'src/keys.ts': "export const key = 'value';" },
    ],
    [
      'an index file',
      { 'src/main.ts': `import { key } from './keys';\n${use}`, 'src/keys/index.ts': "export const key = 'value';" },
    ],
    [
      'a parent folder',
      { 'src/main.ts': `import { key } from '../keys';\n${use}`, 'keys.ts': "export const key = 'value';" },
    ],
    [
      'an alias',
      {
        'src/main.ts': `import { other as key } from './keys';\n${use}`,
        'src/keys.ts': "const local = 'value';\nexport { local as other };",
      },
    ],
    [
      'a default export',
      { 'src/main.ts': `import key from './keys';\n${use}`, 'src/keys.ts': "export default 'value';" },
    ],
    [
      'a default object',
      {
        'src/main.ts': `import keys from './keys';\nconst { key } = keys;\n${use}`,
        'src/keys.ts': "export default { key: 'value' };",
      },
    ],
    [
      'a namespace',
      {
        'src/main.ts': `import * as keys from './keys';\nconst key = keys.key;\n${use}`,
        'src/keys.ts': "export const key = 'value';",
      },
    ],
    [
      'a barrel',
      {
        'src/main.ts': `import { key } from './all';\n${use}`,
        'src/all.ts': "export * from './keys';",
        'src/keys.ts': "export const key = 'value';",
      },
    ],
    [
      'a named re-export',
      {
        'src/main.ts': `import { key } from './all';\n${use}`,
        'src/all.ts': "export { local as key } from './keys';",
        'src/keys.ts': "export const local = 'value';",
      },
    ],
    [
      'a namespace re-export',
      {
        'src/main.ts': `import { keys } from './all';\nconst key = keys.key;\n${use}`,
        'src/all.ts': "export * as keys from './keys';",
        'src/keys.ts': "export const key = 'value';",
      },
    ],
    [
      'CommonJS',
      { 'src/main.ts': `const { key } = require('./keys');\n${use}`, 'src/keys.js': "exports.key = 'value';" },
    ],
    [
      'CommonJS as a whole',
      {
        'src/main.ts': `const { key } = require('./keys');\n${use}`,
        'src/keys.js': "module.exports = { key: 'value' };",
      },
    ],
    [
      'CommonJS by a default import',
      {
        'src/main.ts': `import keys from './keys';\nconst { key } = keys;\n${use}`,
        'src/keys.js': "module.exports = { key: 'value' };",
      },
    ],
    ['JSON', { 'src/main.ts': `import { key } from './keys.json';\n${use}`, 'src/keys.json': '{ "key": "value" }' }],
    [
      'JSON by require',
      { 'src/main.ts': `const { key } = require('./keys.json');\n${use}`, 'src/keys.json': '{ "key": "value" }' },
    ],
    [
      'an enum',
      {
        'src/main.ts': `import { Keys } from './keys';\nconst key = Keys.One;\n${use}`,
        'src/keys.ts': "export enum Keys { One = 'value' }",
      },
    ],
    [
      'a static field',
      {
        'src/main.ts': `import { Keys } from './keys';\nconst key = Keys.one;\n${use}`,
        'src/keys.ts': "export class Keys { static one = 'value'; }",
      },
    ],
    [
      'a function',
      {
        'src/main.ts': `import { get } from './keys';\nconst key = get() + '';\n${use}`,
        'src/keys.ts': "export function get() { return 'value'; }",
      },
    ],
  ])('%s', (_, files) => {
    const { found } = inProject(files, 'value');
    expect(found.map(({ call }) => call?.option)).toContain('key');
  });

  test('says where the text stands', () => {
    const { found } = inProject(
      { 'src/main.ts': `import { key } from './keys';\n${use}`, 'src/keys.ts': "\n\nexport const key = 'value';" },
      'value',
    );
    expect(found[0]).toMatchObject({ built: { kind: 'imported', from: 'src/keys.ts', line: 3 }, name: 'key' });
    expect(found[0]?.content).toBeUndefined();
  });

  test('a client made in another file is known', () => {
    const { found } = inProject(
      {
        'src/main.ts':
          "import { stripe } from './client';\nconst secret = 'value';\nstripe.webhooks.constructEvent(a, b, secret);",
        'src/client.ts': "import Stripe from 'stripe';\nexport const stripe = new Stripe(key);",
      },
      'value',
    );
    expect(found[0]?.call).toMatchObject({
      module: 'stripe',
      callee: 'default().webhooks.constructEvent',
      argument: 2,
    });
  });

  test.each<readonly [string, Files]>([
    ['itself', { 'src/main.ts': "import { a } from './main';\nexport const b = a + 'x';\nexport { b as a };" }],
    [
      'a circle',
      {
        'src/main.ts': "import { a } from './one';\nconst b = a + 'x';",
        'src/one.ts': "export { a } from './two';",
        'src/two.ts': "export { a } from './one';",
      },
    ],
    [
      'a circle of stars',
      {
        'src/main.ts': "import { a } from './one';\nconst b = a + 'x';",
        'src/one.ts': "export * from './two';",
        'src/two.ts': "export * from './one';",
      },
    ],
    [
      'a circle of values',
      {
        'src/main.ts': "import { a } from './one';\nexport const b = a + 'x';",
        'src/one.ts': "import { b } from './main';\nexport const a = b + 'y';",
      },
    ],
  ])('ends on %s', (_, files) => {
    expect(inProject(files, 'value').found).toEqual([]);
  });

  test('opens no more files than it may, and none for a package', () => {
    const many = Array.from({ length: 40 }, (_, index) => `import { a as a${index} } from './m${index}';`).join('\n');
    const uses = Array.from({ length: 40 }, (_, index) => `const b${index} = a${index} + 'x';`).join('\n');
    let opened = 0;
    const modules = (path: string): Uint8Array | undefined => {
      if (!/^src\/m\d+\.ts$/.test(path)) return undefined;
      opened++;
      return Buffer.from("export const a = 'v';");
    };
    read(`${many}\nimport { p } from 'package';\nconst c = p + 'x';\n${uses}`, 'src/main.ts', { modules });
    expect(opened).toBe(16);
  });
});

test('candidates are tried in the order of resolvers, within the project', () => {
  expect(candidates('src/a/b.ts', './c').slice(0, 2)).toEqual(['src/a/c.ts', 'src/a/c.tsx']);
  expect(candidates('src/a/b.ts', '../c.js').slice(0, 2)).toEqual(['src/c.js', 'src/c.ts']);
  expect(candidates('src/a/b.ts', './c.svg?raw')[0]).toBe('src/a/c.svg');
  expect(candidates('src/a/b.ts', 'react')).toEqual([]);
  expect(candidates('src/a/b.ts', '.hidden')).toEqual([]);
});

describe('projects made to hurt', () => {
  const client = "import { A } from 'a';\nimport { key } from '@/keys';\nnew A({ key });";

  test.each<readonly [string, Files]>([
    [
      'configurations that extend one another',
      { 'tsconfig.json': '{ "extends": "./b.json" }', 'b.json': '{ "extends": ["./tsconfig.json", "./b.json"] }' },
    ],
    ['a configuration that is no object', { 'tsconfig.json': '[1, 2', 'package.json': '"text"' }],
    [
      'an alias for everything',
      { 'tsconfig.json': JSON.stringify({ compilerOptions: { paths: { '*': ['../../*', '/*', './*/*/*'] } } }) },
    ],
    [
      'thousands of aliases',
      {
        'tsconfig.json': JSON.stringify({
          compilerOptions: {
            paths: Object.fromEntries(Array.from({ length: 5_000 }, (_, at) => [`${at}*`, [`./${at}*`, './**']])),
          },
        }),
      },
    ],
    ['targets nested deeply', { 'package.json': `{"imports":{"#k":${'{"a":'.repeat(3_000)}1${'}'.repeat(3_000)}}}` }],
  ])('%s', (_, files) => {
    const { found } = inProject(
      { 'src/main.ts': client, 'src/keys.ts': "export * from './keys';\nexport const key = 'value';", ...files },
      'value',
    );
    expect(found.length).toBeLessThanOrEqual(1);
  });

  test('no path leads out of the project', () => {
    const { asked } = inProject(
      {
        'src/main.ts':
          "import { A } from 'a';\nimport { key } from '../../../etc/keys';\nimport k from '#k';\nnew A({ key, k });",
        'tsconfig.json': '{ "compilerOptions": { "baseUrl": "../..", "paths": { "#k": ["../../../etc/k.ts"] } } }',
      },
      'value',
    );
    expect(asked.filter((path) => path.startsWith('/'))).toEqual([]);
  });

  test('files that are large together are not all followed', () => {
    const large = (at: number): string => `export const k${at} = 'value';\n//${'x'.repeat(200_000)}`;
    const files = Object.fromEntries(Array.from({ length: 8 }, (_, at) => [`src/m${at}.ts`, large(at)]));
    const uses = Array.from({ length: 8 }, (_, at) => `import { k${at} } from './m${at}';\nnew A({ k${at} });`).join(
      '\n',
    );
    const { found } = inProject({ 'src/main.ts': `import { A } from 'a';\n${uses}`, ...files }, 'value');
    expect(found.length).toBe(3);
  });
});
