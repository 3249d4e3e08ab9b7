// What understanding programs costs: projects of files with a candidate each, scanned with and without it; time and memory.
// Usage: node bench/syntax.mjs [FOLDER…]; folders that are named are scanned with and without it, too, and what differs is counted.
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const program = fileURLToPath(new URL('../bin/keyscan.cjs', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'keyscan-bench-'));
const rounds = 3;
const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';

/** Told by every process at its end: the most memory it held, in KiB. */
const told = join(folder, 'memory');
const preload = join(folder, 'tell.cjs');
writeFileSync(
  preload,
  `require('node:worker_threads').isMainThread && process.on('exit', () => require('node:fs').writeFileSync(${JSON.stringify(told)}, String(process.resourceUsage().maxRSS)));\n`,
);

let state = 7;
function key(length) {
  let text = '';
  for (let index = 0; index < length; index++) {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    text += letters[(state >>> 16) % letters.length];
  }
  return text;
}

/** An ordinary module of some hundred lines that hands a key to a client, imported from the next module or its own. */
function source(index) {
  const body = Array.from(
    { length: 60 },
    (_, at) =>
      `export function step${at}(input: { id: number; name: string }): string {\n  const label = \`\${input.name}-${at}\`;\n  return input.id > ${at} ? label.toUpperCase() : 'none';\n}\n`,
  ).join('\n');
  const own = index % 2 === 0 ? `const value = '${key(32)}';\n` : `import { value } from './shared${index % 10}.ts';\n`;
  return `import OpenAI from 'openai';\n${own}export const client = new OpenAI({ apiKey: value });\n${body}`;
}

function project(files) {
  const top = join(folder, `p${files}`);
  mkdirSync(top);
  for (let index = 0; index < 10; index++)
    writeFileSync(join(top, `shared${index}.ts`), `export const value = '${key(32)}';\n`);
  for (let index = 0; index < files; index++) writeFileSync(join(top, `m${index}.ts`), source(index));
  return top;
}

/** The best of some rounds: seconds, MiB, and what was found. */
function scan(top, ...options) {
  let seconds = Number.POSITIVE_INFINITY;
  let memory = 0;
  let report;
  for (let round = 0; round < rounds; round++) {
    const start = performance.now();
    const { stdout } = spawnSync(
      process.execPath,
      [program, '--format', 'json', '--no-exposure', '--no-cache', ...options, '.'],
      { cwd: top, env: { ...process.env, NODE_OPTIONS: `--require ${preload}` }, maxBuffer: 1 << 30 },
    );
    seconds = Math.min(seconds, (performance.now() - start) / 1000);
    memory = Math.max(memory, Number(readFileSync(told, 'utf8')) / 1024);
    report = JSON.parse(stdout);
  }
  return { seconds, memory, findings: report.findings, skipped: report.summary?.skipped ?? {} };
}

const row = (name, one, other) =>
  console.log(
    `${name}: ${one.seconds.toFixed(2)} s with, ${other.seconds.toFixed(2)} s without (${(one.seconds / other.seconds).toFixed(2)} times); ` +
      `${one.memory.toFixed(0)} and ${other.memory.toFixed(0)} MiB; ${one.findings.length} and ${other.findings.length} findings`,
  );

const placeOf = ({ ruleId, file, line }) => `${ruleId} ${file}:${line}`;

try {
  for (const files of [500, 1000, 2000]) {
    const top = project(files);
    row(`${files} files with a candidate each`, scan(top), scan(top, '--no-syntax'));
  }
  for (const top of process.argv.slice(2)) {
    const [one, other] = [scan(top, '--no-ignore'), scan(top, '--no-ignore', '--no-syntax')];
    row(top, one, other);
    const known = [one, other].map(({ findings }) => new Set(findings.map(placeOf)));
    for (const place of known[0]) if (!known[1].has(place)) console.log(`  added: ${place}`);
    for (const place of known[1]) if (!known[0].has(place)) console.log(`  removed: ${place}`);
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
