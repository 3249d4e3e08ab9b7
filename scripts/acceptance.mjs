// `npm run test:acceptance`: what needs more than Node and git. Installs its own tools, Debian packages aside.
import { ensureBuilt, ensureInstalled, run } from './lib/ensure.mjs';

ensureInstalled();
ensureInstalled('test');
ensureInstalled('test/acceptance');
ensureBuilt();
run(
  process.execPath,
  [
    'test/node_modules/vitest/vitest.mjs',
    'run',
    '--config',
    'test/acceptance/vitest.config.ts',
    ...process.argv.slice(2),
  ],
  { stdio: ['ignore', 'inherit', 'inherit'] },
);
