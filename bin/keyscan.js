#!/usr/bin/env node
import { existsSync } from 'node:fs';
import module from 'node:module';

// Node 22 and later keep compiled code; earlier ones lack the call.
module.enableCompileCache?.();

const main = new URL('../dist/main.js', import.meta.url);
try {
  await (await import(main.href)).main();
} catch (error) {
  // Node would end with 1, which means findings.
  process.exitCode = 3;
  const built = existsSync(main);
  process.stderr.write(built ? `keyscan: cannot start (${error.name})\n` : 'keyscan: not built: npm run build\n');
}
