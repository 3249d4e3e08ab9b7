// `npm run bench -- FOLDER`: what a scan costs, as ratios of commands that ran in turn in this very run.
//   start     keyscan --version and a scan of one small file, against `node -e 0`
//   tree      a scan of FOLDER with everything in it, against reading its bytes (`find | xargs cat`); peak memory
//   growth    time and memory for parts of FOLDER, each about twice the one before
// FOLDER is any large tree, such as an installed node_modules. Peers (gitleaks, kingfisher, …) join when on PATH.
import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { ensureBuilt, ensureInstalled, top } from '../scripts/lib/ensure.mjs';

ensureInstalled();
ensureBuilt();
const bin = join(top, 'bin/keyscan.cjs');
const folder = process.argv[2] === undefined ? undefined : resolve(process.env.INIT_CWD ?? '.', process.argv[2]);
const median = (numbers) => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)];

/** Milliseconds and peak memory (MB, where the system tells) of one run. */
async function once([command, ...args]) {
  const start = process.hrtime.bigint();
  const child = spawn(command, args, { stdio: 'ignore', cwd: tmpdir() });
  let peak = 0;
  const look = setInterval(() => {
    try {
      peak = Math.max(
        peak,
        Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8'))?.[1] ?? 0) / 1024,
      );
    } catch {
      // It has just ended, or this system has no /proc.
    }
  }, 20);
  await new Promise((done) => child.on('exit', done));
  clearInterval(look);
  return { ms: Number(process.hrtime.bigint() - start) / 1e6, peak };
}

/** Runs commands in turn, one round of warm-up first, and prints medians and ratios to the first. */
async function compare(title, runs, commands) {
  const results = Object.fromEntries(Object.keys(commands).map((name) => [name, []]));
  for (let round = 0; round <= runs; round++) {
    for (const [name, command] of Object.entries(commands)) {
      const result = await once(command);
      if (round > 0) results[name].push(result);
    }
  }
  const [base] = Object.keys(commands);
  process.stdout.write(`\n${title} (${runs} runs in turn)\n`);
  for (const [name, all] of Object.entries(results)) {
    const times = all.map(({ ms }) => ms);
    const ratio = median(all.map(({ ms }, index) => ms / results[base][index].ms));
    const memory = Math.max(...all.map(({ peak }) => peak));
    process.stdout.write(
      `  ${name.padEnd(34)} min ${Math.min(...times)
        .toFixed(0)
        .padStart(
          6,
        )} ms  median ${median(times).toFixed(0).padStart(6)} ms  x${ratio.toFixed(2)}${memory ? `  peak ${memory.toFixed(0)} MB` : ''}\n`,
    );
  }
}

const onPath = (name) => spawnSync('sh', ['-c', `command -v ${name}`]).status === 0;
const scratch = mkdtempSync(join(tmpdir(), 'keyscan-bench-'));
const small = join(scratch, 'small.js');
writeFileSync(small, 'export const port = 3000;\n');

await compare('start', 15, {
  'node -e 0': ['node', '-e', '0'],
  'keyscan --version': ['node', bin, '--version'],
  'keyscan small.js': ['node', bin, small],
});

if (folder) {
  const scan = (path, ...more) => [
    'node',
    bin,
    path,
    '--no-ignore',
    '--format',
    'json',
    '--output',
    join(scratch, 'report.json'),
    ...more,
  ];
  await compare('tree', 5, {
    'find | xargs cat': ['sh', '-c', `find '${folder}' -type f -print0 | xargs -0 cat > /dev/null`],
    keyscan: scan(folder),
    'keyscan --jobs 1': scan(folder, '--jobs', '1'),
    ...(onPath('gitleaks') ? { gitleaks: ['gitleaks', 'dir', folder, '--no-banner'] } : {}),
    ...(onPath('betterleaks') ? { betterleaks: ['betterleaks', 'dir', folder, '--no-banner'] } : {}),
    ...(onPath('kingfisher') ? { kingfisher: ['kingfisher', 'scan', folder, '--no-validate'] } : {}),
  });

  const parts = readdirSync(folder)
    .map((name) => join(folder, name))
    .filter((path) => statSync(path).isDirectory());
  const sized = parts
    .map((path) => [path, Number(spawnSync('du', ['-sk', path]).stdout.toString().split('\t')[0])])
    .sort((a, b) => a[1] - b[1]);
  const total = sized.reduce((sum, [, size]) => sum + size, 0);
  process.stdout.write('\ngrowth\n');
  for (const share of [1 / 8, 1 / 4, 1 / 2, 1]) {
    const chosen = [];
    let size = 0;
    for (const [path, own] of sized)
      if (size < total * share) {
        chosen.push(path);
        size += own;
      }
    const { ms, peak } = await once([
      'node',
      bin,
      ...chosen,
      '--no-ignore',
      '--format',
      'json',
      '--output',
      join(scratch, 'report.json'),
    ]);
    process.stdout.write(
      `  ${(size / 1024).toFixed(0).padStart(6)} MB  ${ms.toFixed(0).padStart(6)} ms  ${((size / 1024 / ms) * 1000).toFixed(0).padStart(5)} MB/s  peak ${peak.toFixed(0)} MB\n`,
    );
  }
}
rmSync(scratch, { recursive: true, force: true });
