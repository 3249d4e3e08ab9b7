// `npm run check`: format, lint, types and tests.
import { ensureInstalled, run } from './lib/ensure.mjs';

ensureInstalled();
ensureInstalled('test');
run(process.execPath, ['test/node_modules/@biomejs/biome/bin/biome', 'ci', '--colors=off', '.']);
run(process.execPath, ['node_modules/typescript/bin/tsc', '-p', '.']);
if (!process.argv.includes('--without-tests'))
  run(process.execPath, ['scripts/test.mjs'], { stdio: ['ignore', 'inherit', 'inherit'] });
