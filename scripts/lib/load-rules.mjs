// Loads TypeScript of this project into a plain script: bundled in memory, imported from a temporary file of node_modules, where packages are found.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { top } from './ensure.mjs';

/**
 * What a module written in TypeScript exports.
 * @param source the text of a module, which imports as if it stood at the top of the repository
 */
export async function load(source) {
  const { outputFiles } = await build({
    stdin: { contents: source, resolveDir: top, loader: 'ts' },
    absWorkingDir: top,
    bundle: true,
    format: 'esm',
    platform: 'node',
    mainFields: ['module', 'main'],
    external: ['typescript'],
    // Bundled CommonJS packages call `require`; in a module there is none.
    banner: {
      js: "import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);",
    },
    write: false,
    logLevel: 'error',
  });
  const folder = mkdtempSync(join(top, 'node_modules/.keyscan-load-'));
  try {
    const file = join(folder, 'module.mjs');
    writeFileSync(file, outputFiles[0].contents);
    return await import(pathToFileURL(file).href);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Every rule, as rules/index.ts lists them. */
export const loadRules = async () => (await load(`export { rules } from './rules/index.ts';`)).rules;
