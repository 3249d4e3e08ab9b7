import { execFileSync } from 'node:child_process';
import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { scanReport } from '../../src/index.ts';
import { b62, fake, fakePassword } from '../../src/rule-kit/index.ts';
import { TestRepository, temporaryFolder, writeFiles } from '../support/git.ts';

const key = fake(b62, 31, 41);
const weak = fakePassword(5, 14);
const client = (from: string, name = 'thing'): string =>
  `import OpenAI from 'openai';\nimport { ${name} } from '${from}';\nexport const client = new OpenAI({ apiKey: ${name} });\n`;

/** What is found, as places: the rule, where, and the other places with why they are named. */
async function scanned(cwd: string, options: { staged?: true; noIgnore?: true } = {}): Promise<string[]> {
  const { findings } = await scanReport({ cwd, config: false, jobs: 1, ...options });
  return findings.map(
    ({ ruleId, file, start, related }) =>
      `${ruleId} ${file}:${start.line}${related.map((step) => `, ${step.file}:${step.line} ${step.why}`).join('')}`,
  );
}

const found = 'openai-hardcoded-credential src/a.ts:3, src/keys.ts:1 stands here';

describe('a constant of another file', () => {
  test.each<readonly [string, Readonly<Record<string, string>>]>([
    ['beside it', { 'src/a.ts': client('./keys') }],
    [
      'by an alias of tsconfig.json',
      { 'src/a.ts': client('#k/keys'), 'tsconfig.json': tsconfig({ '#k/*': ['./src/*'] }) },
    ],
    [
      'by an alias that a configuration extends',
      {
        'src/a.ts': client('#k'),
        'src/tsconfig.json': '{ "extends": "../base.json", /* more */ }',
        'base.json': tsconfig({ '#k': ['./src/keys.ts'] }),
      },
    ],
    ['by a custom of templates', { 'src/a.ts': client('@/keys') }],
    ['by imports of package.json', { 'src/a.ts': client('#k'), 'package.json': '{"imports":{"#k":"./src/keys.js"}}' }],
    [
      'from the base folder',
      { 'src/a.ts': client('src/keys'), 'tsconfig.json': '{"compilerOptions":{"baseUrl":"."}}' },
    ],
    ['through a barrel', { 'src/a.ts': client('./all'), 'src/all.ts': "export * from '@/keys';" }],
    ['in an unknown file of a folder', { 'src/a.ts': client('../src/keys.ts') }],
  ])('%s', async (_, files) => {
    const repository = TestRepository.create({ ...files, 'src/keys.ts': `export const thing = '${key}';\n` });
    expect(await scanned(repository.folder)).toEqual([found]);
  });

  test('outside git', async () => {
    const folder = temporaryFolder();
    writeFiles(folder, { 'src/a.ts': client('./keys'), 'src/keys.ts': `export const thing = '${key}';\n` });
    expect(await scanned(folder)).toEqual([found]);
    expect(await scanned(join(folder, 'src'))).toEqual(['openai-hardcoded-credential a.ts:3, keys.ts:1 stands here']);
  });

  test('used in two files is one finding', async () => {
    const repository = TestRepository.create({
      'src/a.ts': client('./keys'),
      'src/b.ts': client('./keys'),
      'src/keys.ts': `export const thing = '${key}';\n`,
    });
    expect(await scanned(repository.folder)).toEqual([`${found}, src/b.ts:3 passed to new openai({ apiKey })`]);
  });

  test('that is found where it stands is told there', async () => {
    const repository = TestRepository.create({
      'src/a.ts': client('./keys', 'apiSecret'),
      'src/keys.ts': `export const apiSecret = '${key}';\n`,
    });
    expect(await scanned(repository.folder)).toEqual([
      'generic-secret src/keys.ts:1, src/a.ts:3 passed to new openai({ apiKey })',
    ]);
  });

  test('that a comment allows is allowed where it is used', async () => {
    const repository = TestRepository.create({
      'src/a.ts': client('./keys', 'apiSecret'),
      'src/keys.ts': `export const apiSecret = '${key}'; // keyscan:${'allow'}\n`,
    });
    expect(await scanned(repository.folder)).toEqual([]);
  });

  test('of a file that git ignores is no leak, unless such files are read', async () => {
    const repository = TestRepository.create({ '.gitignore': 'keys.ts\n', 'src/a.ts': client('./keys') });
    repository.write({ 'src/keys.ts': `export const thing = '${key}';\n` });
    expect(await scanned(repository.folder)).toEqual([]);
    expect(await scanned(repository.folder, { noIgnore: true })).toEqual([found]);
  });

  test.each(['your-api-key', ''])('that is no secret is none: %j', async (value) => {
    const repository = TestRepository.create({
      'src/a.ts': client('./keys'),
      'src/keys.ts': `export const thing = process.env.THING ?? '${value}';\n`,
    });
    expect(await scanned(repository.folder)).toEqual([]);
  });

  test('behind a link, or out of the project, is not read', async () => {
    const outside = temporaryFolder();
    writeFiles(outside, { 'keys.ts': `export const thing = '${key}';\n`, 'in/src/a.ts': client('../../keys') });
    symlinkSync(outside, join(outside, 'in/src/linked'));
    symlinkSync('../../keys.ts', join(outside, 'in/src/keys.ts'));
    writeFiles(outside, { 'in/src/b.ts': client('./linked/keys'), 'in/src/c.ts': client('./keys') });
    expect(await scanned(join(outside, 'in'))).toEqual([]);
  });

  test('of the index where staged contents are looked at', async () => {
    const repository = TestRepository.create({
      'src/keys.ts': `export const thing = '${key}';\n`,
      'src/a.ts': 'export {};\n',
    });
    repository.write({ 'src/a.ts': client('./keys') });
    repository.git('add', '.');
    // What lies in the work tree besides does not count.
    repository.write({ 'src/keys.ts': 'export const thing = process.env.THING;\n' });
    expect(await scanned(repository.folder, { staged: true })).toEqual([found]);
  });
});

function tsconfig(paths: Readonly<Record<string, readonly string[]>>): string {
  return `{ "compilerOptions": { "paths": ${JSON.stringify(paths)} } }`;
}

const program = fileURLToPath(new URL('../../bin/keyscan.cjs', import.meta.url));

test('one thread and several tell the same', () => {
  const folder = temporaryFolder();
  const files = Array.from({ length: 900 }, (_, index) => [`src/f${index}.ts`, client('./keys')] as const);
  writeFiles(folder, {
    ...Object.fromEntries(files),
    'src/keys.ts': `export const thing = '${key}';\n`,
    'src/pool.ts': `import { Pool } from 'pg';\nimport { pw } from './pw';\nnew Pool({ password: pw });\n`,
    'src/pw.ts': `export const pw = '${weak}';\n`,
  });
  const [one, two] = ['1', '2'].map((jobs) => {
    try {
      return execFileSync(process.execPath, [program, '--format', 'json', '--jobs', jobs, '--no-exposure', '.'], {
        cwd: folder,
        encoding: 'utf8',
        stdio: ['ignore', 'pipe', 'ignore'],
        maxBuffer: 1 << 28,
      });
    } catch (error) {
      return (error as { stdout: string }).stdout;
    }
  });
  expect(one).toBe(two);
  const { findings } = JSON.parse(one ?? '') as { findings: { file: string; related: unknown[] }[] };
  expect(findings.map(({ file, related }) => [file, related.length])).toEqual([
    ['src/f0.ts', 900],
    ['src/pool.ts', 1],
  ]);
});
