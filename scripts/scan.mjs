// `npm run scan -- PATH`: installs and builds what is missing, then scans.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { ensureBuilt, ensureInstalled, top } from './lib/ensure.mjs';

ensureInstalled();
ensureBuilt();
// npm starts scripts in the package's folder; paths are meant from where the user stands.
const child = spawn(process.execPath, [join(top, 'bin/keyscan.cjs'), ...process.argv.slice(2)], {
  cwd: process.env['INIT_CWD'] ?? process.cwd(),
  stdio: 'inherit',
});
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
child.on('exit', (code, signal) => {
  process.exitCode = signal ? 130 : (code ?? 3);
});
