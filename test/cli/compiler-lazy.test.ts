import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { b62, fake } from '../../src/rule-kit/index.ts';

const program = fileURLToPath(new URL('../../bin/keyscan.cjs', import.meta.url));
let folder = '';

/** Tells which modules a process and its threads asked for. */
const spy = `
const Module = require('node:module');
const { appendFileSync } = require('node:fs');
const load = Module._load;
Module._load = function (request, ...others) {
  appendFileSync(process.env.ASKED_FOR, request + '\\n');
  return load.call(this, request, ...others);
};
`;

/** Scans files of which each holds a text, and tells whether the parser was loaded. */
function scan(name: string, files: number, textOf: (index: number) => string, ...options: string[]) {
  const top = join(folder, name);
  mkdirSync(top);
  for (let index = 0; index < files; index++) writeFileSync(join(top, `m${index}.ts`), textOf(index));
  const asked = join(folder, `${name}.txt`);
  const { stdout, status } = spawnSync(process.execPath, [program, '--format', 'json', '--no-cache', ...options, '.'], {
    cwd: top,
    encoding: 'utf8',
    env: { ...process.env, ASKED_FOR: asked, NODE_OPTIONS: `--require ${join(folder, 'spy.cjs')}` },
  });
  const modules = readFileSync(asked, 'utf8').split('\n');
  expect(modules, 'the spy sees what is loaded').toContain('node:fs');
  return {
    status,
    files: (JSON.parse(stdout) as { summary: { files: number } }).summary.files,
    isLoaded: modules.some((request) => /(?:^|\/)(?:typescript|parser\.js$)/.test(request)),
  };
}

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'keyscan-lazy-'));
  writeFileSync(join(folder, 'spy.cjs'), spy);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const plain = (index: number): string =>
  `import { join } from 'node:path';\nexport const place${index} = join('src', 'part-${index}');\n`;
const client = (index: number): string =>
  `import OpenAI from 'openai';\nexport const client${index} = new OpenAI({ apiKey: '${fake(b62, 32, index)}' });\n`;

describe('the compiler', () => {
  test.each([1, 900])('is not loaded where none of %d files holds a candidate', (files) => {
    expect(scan(`plain-${files}`, files, plain)).toEqual({ status: 0, files, isLoaded: false });
  });

  test('is loaded where one does, and never when it is not wanted', () => {
    expect(scan('client', 1, client)).toEqual({ status: 1, files: 1, isLoaded: true });
    expect(scan('unwanted', 1, client, '--no-syntax')).toMatchObject({ files: 1, isLoaded: false });
  });
});
