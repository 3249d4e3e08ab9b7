import { mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { cache } from './packages.mjs';

const top = join(dirname(fileURLToPath(import.meta.url)), '../../..');

/** keyscan's engine as it stands in the source. */
export async function engine() {
  const outfile = join(cache, 'engine.mjs');
  mkdirSync(cache, { recursive: true });
  await build({
    entryPoints: [join(top, 'bench/quality/lib/engine.ts')],
    bundle: true,
    platform: 'node',
    format: 'esm',
    outfile,
    external: ['typescript'],
    mainFields: ['module', 'main'],
    logLevel: 'error',
    banner: {
      js: `import{createRequire as __createRequire}from'node:module';const require=__createRequire(${JSON.stringify(join(top, 'package.json'))});`,
    },
  });
  return import(pathToFileURL(outfile).href);
}
