import { spawn } from 'node:child_process';

/** Runs a command and waits for its end. @throws with the last lines it wrote to standard error, where it fails */
export function run(command, args, cwd) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd, stdio: ['ignore', 'ignore', 'pipe'] });
    let errors = '';
    child.stderr.on('data', (chunk) => {
      errors = `${errors}${chunk}`.slice(-2000);
    });
    child.on('error', reject);
    child.on('exit', (code) =>
      code === 0 ? resolve() : reject(new Error(errors.trim().split('\n').at(-1) || `${command} ended with ${code}`)),
    );
  });
}
