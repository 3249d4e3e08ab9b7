// Installs and builds what is missing, so that one command works on a fresh clone. What it prints goes to stderr.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const top = fileURLToPath(new URL('../../', import.meta.url));

/** Runs a command; its output goes to stderr. Ends the process where it fails. */
export function run(command, args, options = {}) {
  const { status, error } = spawnSync(command, args, { cwd: top, stdio: ['ignore', 2, 2], ...options });
  if (error || status !== 0) {
    process.stderr.write(`${command} ${args.join(' ')}: ${error ? error.message : `ended with code ${status}`}\n`);
    process.exit(3);
  }
}

const digestOf = (texts) => {
  const hash = createHash('sha256');
  for (const text of texts) hash.update(text);
  return hash.digest('hex');
};

const readMark = (file) => (existsSync(file) ? readFileSync(file, 'utf8') : '');

/** Installs the packages of a folder where its lock file says something else than what was installed last. */
export function ensureInstalled(folder = '.', args = []) {
  const at = join(top, folder);
  const lock = readFileSync(join(at, 'package-lock.json'));
  const mark = join(at, 'node_modules', '.keyscan-installed');
  const digest = digestOf([lock, process.version]);
  if (readMark(mark) === digest) return;
  process.stderr.write(`Installing what ${folder === '.' ? 'keyscan' : folder} needs …\n`);
  // Not `npm ci`: where a registry lacks a package for another system, that refuses the lock file as a whole.
  run('npm', ['install', '--no-save', '--no-audit', '--no-fund', '--loglevel=error', ...args], { cwd: at });
  mkdirSync(join(at, 'node_modules'), { recursive: true });
  writeFileSync(mark, digest);
}

function* filesBelow(folder) {
  for (const entry of readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) yield* filesBelow(path);
    else yield path;
  }
}

/** Builds where a source file is not the one that was built last. */
export function ensureBuilt() {
  const sources = ['src', 'rules', 'bin'].flatMap((folder) => [...filesBelow(join(top, folder))]);
  const makers = ['scripts/build.mjs', 'scripts/lib/parser-only.mjs', 'scripts/lib/rule-catalog.mjs'];
  const inputs = [...sources, ...['package.json', 'package-lock.json', ...makers].map((file) => join(top, file))];
  const digest = digestOf(inputs.flatMap((file) => [file.slice(top.length), readFileSync(file)]));
  const mark = join(top, 'dist', '.built-from');
  if (readMark(mark) === digest) return;
  run(process.execPath, ['scripts/build.mjs']);
  writeFileSync(mark, digest);
}
