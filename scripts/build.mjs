// Builds dist/: every dependency is bundled.
//   dist/cli/    the program: a small entry and lazily loaded chunks. CommonJS, because Node starts it in half the time it
//                needs for modules (no asynchronous loader, no facades of its own modules). `parser.js` is what is left of
//                the TypeScript compiler, loaded on first use
//   dist/index.js   the library: ES modules. Its threads run dist/cli/worker.js
//   dist/types/  the library's types
//   dist/action*    the GitHub Action, which runs where nothing is installed: its program, its threads, and the parser
import { spawnSync } from 'node:child_process';
import { chmodSync, copyFileSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, transform } from 'esbuild';
import { buildParser } from './lib/parser-only.mjs';
import { catalogAsData, leanRules, packedAnchors, ruleFiles } from './lib/rule-catalog.mjs';

const top = fileURLToPath(new URL('../', import.meta.url));
// Made beside dist/ and moved there when all is well: whoever runs keyscan meanwhile has the old one.
const dist = join(top, `dist-${process.pid}`);
process.on('exit', () => rmSync(dist, { recursive: true, force: true }));

const common = {
  absWorkingDir: top,
  bundle: true,
  platform: 'node',
  target: 'node20.19',
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

/** In what is built the compiler is a file of ours. */
const parserAt = (path) => ({
  name: 'parser-of-ours',
  setup: ({ onLoad }) =>
    onLoad({ filter: /[\\/]src[\\/]syntax[\\/]compiler\.ts$/ }, ({ path: file }) => {
      const text = readFileSync(file, 'utf8');
      const contents = text.replace(`('typescript')`, `('${path}')`);
      if (contents === text) throw new Error('the compiler is loaded otherwise now');
      return { contents, loader: 'ts' };
    }),
});

/** Chunks can be made as ES modules only: they are made so, then each is turned into CommonJS. */
async function buildProgram() {
  const outdir = join(dist, 'cli');
  const { outputFiles } = await build({
    ...common,
    plugins: [catalogAsData, leanRules, parserAt('./parser.js')],
    entryPoints: {
      main: 'src/cli/main.ts',
      worker: 'src/pool/worker.ts',
      ...Object.fromEntries(ruleFiles.map((file) => [`rules/${file}`, `rules/${file}.ts`])),
    },
    outdir,
    format: 'esm',
    splitting: true,
    chunkNames: '[name]-[hash]',
    write: false,
  });
  for (const { path, text } of outputFiles) {
    const { code } = await transform(text, {
      format: 'cjs',
      platform: 'node',
      target: common.target,
      minifySyntax: true,
      minifyWhitespace: true,
      supported: { 'dynamic-import': false },
      define: { 'import.meta.url': '__url' },
      banner: text.includes('import.meta.url') ? "const __url=require('node:url').pathToFileURL(__filename).href;" : '',
    });
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, code);
  }
  writeFileSync(join(outdir, 'package.json'), '{"type":"commonjs"}\n');
  writeFileSync(join(outdir, 'anchors.bin'), await packedAnchors());
  await buildParser(join(outdir, 'parser.js'));
  await build({
    ...common,
    stdin: { contents: ruleFiles.map((file) => `export * from './rules/${file}.ts';`).join('\n'), resolveDir: top },
    outfile: join(outdir, 'all-rules.js'),
    format: 'cjs',
  });
}

/** Nothing is installed beside an action: all it needs stands next to it. */
async function buildAction() {
  await build({
    ...common,
    plugins: [leanRules, parserAt('./action-parser.cjs')],
    entryPoints: { action: 'src/cli/action.ts', 'action-worker': 'src/pool/worker.ts' },
    outdir: dist,
    format: 'esm',
    banner,
  });
  copyFileSync(join(dist, 'cli/parser.js'), join(dist, 'action-parser.cjs'));
}

await buildProgram();
await build({
  ...common,
  plugins: [leanRules, parserAt('./cli/parser.js')],
  entryPoints: { index: 'src/index.ts' },
  outdir: dist,
  format: 'esm',
  splitting: true,
  chunkNames: '[name]-[hash]',
  banner,
});
await buildAction();

const tsc = spawnSync(
  process.execPath,
  [join(top, 'node_modules/typescript/bin/tsc'), '-p', 'tsconfig.types.json', '--outDir', join(dist, 'types')],
  {
    cwd: top,
    stdio: ['ignore', 2, 2],
  },
);
if (tsc.status !== 0) process.exit(1);

rmSync(join(top, 'dist'), { recursive: true, force: true });
renameSync(dist, join(top, 'dist'));
chmodSync(join(top, 'bin/keyscan.cjs'), 0o755);
