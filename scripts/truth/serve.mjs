// Starts a built server, asks it for pages, prints what it sends, and ends it: `node serve.mjs 'FILE ARGUMENT…' PATH…`.
import { spawn } from 'node:child_process';

const [program, ...paths] = process.argv.slice(2);
const port = String(4300 + Math.floor(Math.random() * 500));
const server = spawn(process.execPath, program.split(' '), {
  env: { ...process.env, PORT: port, NITRO_PORT: port, HOST: '127.0.0.1' },
  stdio: 'ignore',
});
try {
  for (const path of paths) {
    for (let tries = 0; tries < 50; tries++) {
      try {
        const response = await fetch(`http://127.0.0.1:${port}${path}`);
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
