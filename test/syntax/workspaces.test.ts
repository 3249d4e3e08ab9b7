import { describe, expect, test } from 'vitest';
import { readProgram } from '../../src/syntax/index.ts';

type Files = Readonly<Record<string, string>>;

/** Whether `apps/web/main.ts` of a project of these files hands the text of another file to a package. */
function knows(imports: string, files: Files): boolean {
  const text = `import { key } from '${imports}';\nimport { A } from 'a';\nnew A({ key });`;
  const modules = (path: string): Uint8Array | undefined =>
    Object.hasOwn(files, path) ? Buffer.from(files[path] ?? '') : undefined;
  return readProgram(Buffer.from(text), 'apps/web/main.ts', { modules }).literals.some(
    (site) => site.text === 'value' && site.call?.option === 'key',
  );
}

const key = "export const key = 'value';";
const root = (workspaces: unknown): string => JSON.stringify({ name: 'root', private: true, workspaces });
const named = (name: string, rest = {}): string => JSON.stringify({ name, ...rest });

describe('packages of the same project', () => {
  test.each<readonly [string, string, Files]>([
    [
      'a workspace by its main',
      '@acme/config',
      {
        'package.json': root(['packages/*']),
        'packages/config/package.json': named('@acme/config', { main: './lib.js' }),
        'packages/config/lib.js': key,
      },
    ],
    [
      'sources of what is built',
      '@acme/config',
      {
        'package.json': root({ packages: ['packages/*'] }),
        'packages/config/package.json': named('@acme/config', { main: './dist/index.js' }),
        'packages/config/src/index.ts': "export * from './keys';",
        'packages/config/src/keys.ts': key,
      },
    ],
    [
      'a name below it, by exports with conditions',
      '@acme/config/keys',
      {
        'package.json': root(['packages/**']),
        'packages/config/package.json': named('@acme/config', {
          exports: { '.': './a.ts', './keys': { types: './no.d.ts', import: './b.ts' } },
        }),
        'packages/config/b.ts': key,
      },
    ],
    [
      'a pattern of exports',
      'config/lib/keys',
      {
        'package.json': root(['packages/config']),
        'packages/config/package.json': named('config', { exports: { './lib/*': './source/*.ts' } }),
        'packages/config/source/keys.ts': key,
      },
    ],
    [
      'workspaces of pnpm',
      '@acme/config',
      {
        'pnpm-workspace.yaml': 'packages:\n  # ours\n  - \'apps/*\'\n  - "libs/*"\n',
        'libs/config/package.json': named('@acme/config'),
        'libs/config/index.ts': key,
      },
    ],
    [
      'a link to a folder',
      'shared',
      {
        'apps/web/package.json': named('web', { dependencies: { shared: 'file:../../common/things' } }),
        'common/things/package.json': named('shared'),
        'common/things/index.ts': key,
      },
    ],
    [
      'its own name',
      'web/keys',
      { 'apps/web/package.json': named('web', { exports: { './keys': './k.ts' } }), 'apps/web/k.ts': key },
    ],
    [
      'a customary alias within its package',
      '@/keys',
      { 'apps/web/package.json': named('web'), 'apps/web/src/keys.ts': key },
    ],
  ])('%s', (_, imports, files) => {
    expect(knows(imports, files)).toBe(true);
  });

  test.each<readonly [string, string, Files]>([
    [
      'a package of another name in that folder',
      '@acme/config',
      {
        'package.json': root(['packages/*']),
        'packages/config/package.json': named('@other/config'),
        'packages/config/index.ts': key,
      },
    ],
    [
      'a folder that is no workspace',
      '@acme/config',
      {
        'package.json': root(['libs/*']),
        'packages/config/package.json': named('@acme/config'),
        'packages/config/index.ts': key,
      },
    ],
    [
      'a link out of the project',
      'shared',
      {
        'apps/web/package.json': named('web', { dependencies: { shared: 'file:../../../outside' } }),
        '../outside/package.json': named('shared'),
        '../outside/index.ts': key,
      },
    ],
    [
      'the package it stands in, which its examples use as others do',
      'web',
      { 'apps/web/package.json': named('web', { main: './k.ts' }), 'apps/web/k.ts': key },
    ],
    ['no JSON', '@acme/config', { 'package.json': '{ "workspaces": [', 'packages/config/index.ts': key }],
  ])('not %s', (_, imports, files) => {
    expect(knows(imports, files)).toBe(false);
  });
});
