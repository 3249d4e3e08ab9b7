// Starts a built server, asks it for pages, prints what it sends, and ends it: `node serve.mjs 'FILE ARGUMENT…' PATH…`.
// `POST /path a=1` sends a form with that field, `POST /path {"a":1}` JSON.
import { spawn } from 'node:child_process';

const [program, ...paths] = process.argv.slice(2);
const port = String(4300 + Math.floor(Math.random() * 500));
const server = spawn(process.execPath, program.split(' '), {
  env: { ...process.env, PORT: port, NITRO_PORT: port, HOST: '127.0.0.1', ORIGIN: `http://127.0.0.1:${port}` },
  stdio: 'ignore',
});
try {
  for (const asked of paths) {
    const [, posted, path = ''] = /^(POST )?(.*)$/.exec(asked) ?? [];
    const [address, fields] = posted ? path.split(' ') : [path];
    const isJson = /^[{["]/.test(fields ?? '');
    const headers = {
      origin: `http://127.0.0.1:${port}`,
      ...(isJson ? { 'content-type': 'application/json' } : {}),
    };
    const form = posted ? { method: 'POST', body: isJson ? fields : new URLSearchParams(fields), headers } : {};
    for (let tries = 0; tries < 50; tries++) {
      try {
        const response = await fetch(`http://127.0.0.1:${port}${address}`, form);
        process.stdout.write(await response.text());
        break;
      } catch {
        await new Promise((resolve) => setTimeout(resolve, 200));
      }
    }
  }
} finally {
  server.kill();
}
