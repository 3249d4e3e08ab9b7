import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { scanReport } from '../../src/index.ts';
import { b62, fake } from '../../src/rule-kit/index.ts';
import { temporaryFolder, writeFiles } from '../support/git.ts';

type Files = Readonly<Record<string, string>>;

/** Nothing but the call, in another file, says that it is one. */
const key = fake(b62, 31, 77);

/** What is found in a project of these files, as rules and places. */
async function found(files: Files): Promise<string[]> {
  const folder = temporaryFolder();
  writeFiles(folder, files);
  const { findings } = await scanReport({ cwd: folder, config: false, jobs: 1 });
  return findings.map(({ ruleId, file, start }) => `${ruleId} ${file}:${start.line}`);
}

const make = "import OpenAI from 'openai';\nexport const make = (k: string, name = '') => new OpenAI({ apiKey: k });\n";
const useOf = (call: string, from = './ai', imported = '{ make }'): string =>
  `import ${imported} from '${from}';\nexport const used = ${call};\n`;
const openai = ['openai-hardcoded-credential src/a.ts:2'];
const stripe = ['stripe-hardcoded-credential src/a.ts:2'];

describe('what another file hands on to a package', () => {
  test.each<readonly [string, string[], Files]>([
    ['a function', openai, { 'src/ai.ts': make, 'src/a.ts': useOf(`make('${key}')`) }],
    ['by another name', openai, { 'src/ai.ts': make, 'src/a.ts': useOf(`m('${key}')`, './ai', '{ make as m }') }],
    ['of a namespace', openai, { 'src/ai.ts': make, 'src/a.ts': useOf(`ai.make('${key}')`, './ai.js', '* as ai') }],
    ['in pieces', openai, { 'src/ai.ts': make, 'src/a.ts': useOf(`make('${key.slice(0, 9)}' + '${key.slice(9)}')`) }],
    [
      'an option of a default export',
      openai,
      {
        'src/ai/index.ts':
          "import OpenAI from 'openai';\nexport default ({ k, ...others }: Options) => new OpenAI({ apiKey: k, ...others });\n",
        'src/a.ts': useOf(`make({ k: '${key}' })`, './ai', 'make'),
      },
    ],
    [
      'a member of the options',
      openai,
      {
        'src/ai.ts':
          "import OpenAI from 'openai';\nexport function make(o: Options) {\n  return new OpenAI({ apiKey: o.auth.k ?? process.env.K });\n}\n",
        'src/a.ts': useOf(`make({ auth: { k: '${key}' } })`),
      },
    ],
    [
      'through a barrel',
      openai,
      { 'src/ai/make.ts': make, 'src/ai/index.ts': "export * from './make';\n", 'src/a.ts': useOf(`make('${key}')`) },
    ],
    [
      'through another function',
      openai,
      {
        'src/make.ts': make,
        'src/ai.ts': "import { make as inner } from './make';\nexport const make = (id: string) => inner(id, 'web');\n",
        'src/a.ts': useOf(`make('${key}')`),
      },
    ],
    [
      'an alias',
      openai,
      {
        'tsconfig.json': '{"compilerOptions":{"paths":{"@/*":["./src/*"]}}}',
        'src/ai.ts': make,
        'src/a.ts': useOf(`make('${key}')`, '@/ai'),
      },
    ],
    [
      'CommonJS',
      ['stripe-hardcoded-credential lib/a.js:1'],
      {
        'lib/pay.js': "const Stripe = require('stripe');\nmodule.exports = function (id) { return Stripe(id); };\n",
        'lib/a.js': `module.exports = require('./pay')('${key}');\n`,
      },
    ],
    [
      'a class that extends',
      stripe,
      {
        'src/ai.ts': "import Stripe from 'stripe';\nexport class Pay extends Stripe {}\n",
        'src/a.ts': useOf(`new Pay('${key}')`, './ai', '{ Pay }'),
      },
    ],
    [
      'a class that extends with arguments of its own',
      stripe,
      {
        'src/ai.ts':
          "import Stripe from 'stripe';\nexport class Pay extends Stripe {\n  constructor(name: string, id: string) { super(id); }\n}\n",
        'src/a.ts': useOf(`new Pay('shop', '${key}')`, './ai', '{ Pay }'),
      },
    ],
    [
      'a class that keeps it',
      stripe,
      {
        'src/ai.ts':
          "import Stripe from 'stripe';\nexport class Pay {\n  constructor(private readonly id: string) {}\n  client() { return new Stripe(this.id); }\n}\n",
        'src/a.ts': useOf(`new Pay('${key}')`, './ai', '{ Pay }'),
      },
    ],
    [
      'a package that is given on',
      stripe,
      {
        'src/ai.ts': "export { default as Pay } from 'stripe';\n",
        'src/a.ts': useOf(`new Pay('${key}')`, './ai', '{ Pay }'),
      },
    ],
  ])('%s', async (_, wanted, files) => {
    expect(await found(files)).toEqual(wanted);
  });

  test.each<readonly [string, Files]>([
    ['another argument', { 'src/ai.ts': make, 'src/a.ts': useOf(`make(process.env.K!, '${key}')`) }],
    ['another option', { 'src/ai.ts': make, 'src/a.ts': useOf(`make(process.env.K!, { k: '${key}' })`) }],
    ['a test', { 'src/ai.ts': make, 'src/ai.test.ts': useOf(`make('${key}')`) }],
    ['a placeholder', { 'src/ai.ts': make, 'src/a.ts': useOf("make('your-api-key')") }],
    [
      'another function of that file',
      {
        'src/ai.ts': `${make}export const show = (k: string) => k;\n`,
        'src/a.ts': useOf(`show('${key}')`, './ai', '{ show }'),
      },
    ],
    [
      'a file of the same name elsewhere',
      {
        'src/ai.ts': make,
        'lib/ai.ts': 'export const make = (k: string) => k;\n',
        'lib/a.ts': useOf(`make('${key}')`),
      },
    ],
    ['a package of that name', { 'src/ai.ts': make, 'src/a.ts': useOf(`make('${key}')`, 'ai') }],
    [
      'a function that hands on something else',
      {
        'src/ai.ts':
          "import OpenAI from 'openai';\nexport const make = (k: string) => new OpenAI({ baseURL: k, apiKey: process.env.K });\n",
        'src/a.ts': useOf(`make('${key}')`),
      },
    ],
    [
      'a class that hands on something else',
      {
        'src/ai.ts':
          "import Stripe from 'stripe';\nexport class Pay extends Stripe {\n  constructor(name: string) { super(process.env.K!); }\n}\n",
        'src/a.ts': useOf(`new Pay('${key}')`, './ai', '{ Pay }'),
      },
    ],
    [
      'files that import each other',
      {
        'src/ai.ts':
          "import { a } from './b';\nimport OpenAI from 'openai';\nexport const make = (k: string) => a(k, new OpenAI());\n",
        'src/b.ts': "import { make } from './ai';\nexport const a = (k: string, b: unknown) => make(k);\n",
        'src/a.ts': useOf(`make('${key}')`),
      },
    ],
  ])('not %s', async (_, files) => {
    expect(await found(files)).toEqual([]);
  });
});

test('one thread and several tell the same', () => {
  const program = fileURLToPath(new URL('../../bin/keyscan.cjs', import.meta.url));
  const folder = temporaryFolder();
  const files = Array.from({ length: 700 }, (_, index): [string, string] => [
    `src/f${index}.ts`,
    index % 7 === 0 ? useOf(`make('${fake(b62, 31, index)}')`) : `export const a = ${index};\n`,
  ]);
  writeFiles(folder, { ...Object.fromEntries(files), 'src/ai.ts': make });
  const [one, two] = ['1', '2'].map((jobs) => {
    try {
      const options = ['--format', 'json', '--jobs', jobs, '--no-exposure', '.'];
      return execFileSync(process.execPath, [program, ...options], {
        cwd: folder,
        encoding: 'utf8',
        maxBuffer: 1 << 28,
      });
    } catch (error) {
      return (error as { stdout: string }).stdout;
    }
  });
  expect(one).toBe(two);
  const report = JSON.parse(one ?? '') as { findings: unknown[]; summary: { files: number } };
  expect(report.findings).toHaveLength(100);
  expect(report.summary.files).toBe(701);
});
