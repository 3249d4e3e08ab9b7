// Builds dist/: a small entry and lazily loaded chunks with every dependency but the TypeScript compiler, and the types.
import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { leanRules } from './lib/without-examples.mjs';

const top = fileURLToPath(new URL('../', import.meta.url));
const dist = join(top, 'dist');
rmSync(dist, { recursive: true, force: true });

const common = {
  absWorkingDir: top,
  bundle: true,
  platform: 'node',
  target: 'node20.19',
  external: ['typescript'],
  // The package names its UMD form first, and that cannot be bundled.
  alias: { 'jsonc-parser': 'jsonc-parser/lib/esm/main.js' },
  logLevel: 'warning',
  legalComments: 'none',
  minifySyntax: true,
  minifyWhitespace: true,
  plugins: [leanRules],
};
// Bundled CommonJS packages call `require`; in a module there is none.
const banner = {
  js: "import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);",
};

await build({
  ...common,
  entryPoints: { main: 'src/cli/main.ts', index: 'src/index.ts', worker: 'src/pool/worker.ts' },
  outdir: dist,
  format: 'esm',
  splitting: true,
  chunkNames: 'chunks/[name]-[hash]',
  banner,
});
if (existsSync(join(top, 'src/cli/action.ts')))
  // An action is one file that needs nothing beside it.
await build({ ...common, entryPoints: { action: 'src/cli/action.ts' }, outdir: dist, format: 'esm', banner });

const tsc = spawnSync(process.execPath, [join(top, 'node_modules/typescript/bin/tsc'), '-p', 'tsconfig.types.json'], {
  cwd: top,
  stdio: ['ignore', 2, 2],
});
if (tsc.status !== 0) process.exit(1);
chmodSync(join(top, 'bin/keyscan.js'), 0o755);
