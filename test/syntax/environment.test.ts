import { describe, expect, test } from 'vitest';
import { read, sitesOf } from './support.ts';

/** The variable of which `'value'` is the fallback. */
const environmentsOf = (program: string): (string | undefined)[] =>
  sitesOf(read(program), 'value').map(({ environment }) => environment);

describe('fallbacks of the environment', () => {
  test.each([
    "const key = process.env.NAME ?? 'value';",
    "const key = process.env['NAME'] || 'value';",
    "const key = process.env.NAME! || 'value';",
    "const key = (given ?? process.env.NAME) ?? 'value';",
    "const key = process.env.NAME ? process.env.NAME : 'value';",
    "const key = import.meta.env.NAME ?? 'value';",
    "const key = Bun.env.NAME ?? 'value';",
    "const key = Deno.env.get('NAME') ?? 'value';",
    "const { NAME = 'value' } = process.env;",
    "const { NAME: key = 'value' } = process.env;",
    "const env = process.env; const key = env.NAME || 'value';",
    "const raw = process.env.NAME; const key = raw || 'value';",
    "const { env } = process; const key = env.NAME || 'value';",
    "import { env } from 'node:process'; const key = env.NAME || 'value';",
    "import process from 'node:process'; const key = process.env.NAME || 'value';",
    "import { NAME } from '$env/static/private'; const key = NAME || 'value';",
    "import { env } from '$env/dynamic/private'; const key = env.NAME || 'value';",
    "const key = globalThis.process.env.NAME ?? 'value';",
    "const key = getEnv('NAME', 'value');",
    "process.env.NAME ||= 'value';",
    "new Client({ key: process.env.NAME ?? 'value' });",
  ])('%s', (program) => {
    expect(environmentsOf(program)).toContain('NAME');
  });

  test.each([
    "const key = given.NAME ?? 'value';",
    "const process = {}; const key = process.env.NAME ?? 'value';",
    "const key = process.env.NAME === 'value';",
    "const key = process.env['value'];",
    "const key = process.env.NAME && 'value';",
  ])('none: %s', (program) => {
    expect(environmentsOf(program)).toEqual([undefined]);
  });

  test('a default of a validator is one where the name is that of a variable', () => {
    expect(sitesOf(read("z.object({ API_KEY: z.string().default('value') });"), 'value')).toMatchObject([
      { role: 'default', name: 'API_KEY' },
    ]);
    expect(sitesOf(read("cleanEnv(process.env, { API_KEY: str({ default: 'value' }) });"), 'value')).toMatchObject([
      { role: 'default', name: 'API_KEY' },
    ]);
    expect(sitesOf(read("program.option('-k, --api-key <key>', 'the key', 'value');"), 'value')).toMatchObject([
      { role: 'default', name: 'api-key' },
    ]);
    expect(sitesOf(read("yargs.option('api-key', { default: 'value' });"), 'value')).toMatchObject([
      { role: 'default', name: 'api-key' },
    ]);
    expect(sitesOf(read("config.get('apiKey', 'value');"), 'value')).toMatchObject([
      { role: 'fallback', name: 'apiKey' },
    ]);
  });
});
