#!/usr/bin/env node
// Node 22 and later keep compiled code; earlier ones lack the call.
require('node:module').enableCompileCache?.();

/** Node would end with 1, which means findings. */
const fail = (text) => {
  process.exitCode = 3;
  process.stderr.write(text);
};
try {
  require('../dist/cli/main.js').main();
} catch (error) {
  const built = require('node:fs').existsSync(`${__dirname}/../dist/cli/main.js`);
  fail(built ? `keyscan: cannot start (${error.name})\n` : 'keyscan: not built: npm run build\n');
}
