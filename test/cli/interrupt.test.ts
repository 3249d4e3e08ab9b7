import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync } from 'node:fs';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { Place, program } from './transcript.ts';

let place: Place;
beforeEach(() => {
  place = new Place();
});
afterEach(() => place.remove());

test.each([
  ['SIGINT', 130],
  ['SIGTERM', 143],
] as const)('%s ends a scan at once: no report, no half-written file, exit code %i', async (signal, code) => {
  const child = spawn(process.execPath, [program, '--stdin', '-v', '-o', 'report.json'], {
    cwd: place.folder,
    env: place.environment,
  });
  let stderr = '';
  child.stderr.on('data', (chunk: Buffer) => {
    stderr += chunk;
  });
  child.stdin.write('the first line\n');
  // A scan that waits for input has nothing to say: give it the time to start.
  await new Promise((settle) => setTimeout(settle, 2_500));
  const sent = performance.now();
  child.kill(signal);
  const [status] = await once(child, 'exit');
  expect(performance.now() - sent).toBeLessThan(1_000);
  expect(status).toBe(code);
  expect(stderr).toBe('keyscan: stopped: the scan is incomplete\n');
  expect(readdirSync(place.folder)).toEqual([]);
});
