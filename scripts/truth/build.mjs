// Builds a fixture for real and says which of its values a visitor gets.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

function* outputs(folder) {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) yield* outputs(path);
    else if (entry.isFile()) yield path;
  }
}

/** Files of a server build that hold what a page is made of: HTML, and what the framework sends beside it. */
const isPage = (path) => /\.(?:html|rsc|body|json|txt)$/.test(path) && !/manifest|\.nft\.json$/.test(path);

/**
 * Installs and builds a project in a folder of its own.
 * @param values texts to look for
 * @returns the values found in what is sent to visitors, or what went wrong
 */
export function buildAndSearch({ files, folder, plan, values, timeout = 600_000 }) {
  const installed = join(folder, '.installed');
  const wanted = files.get('package.json') ?? '';
  mkdirSync(folder, { recursive: true });
  if (!existsSync(installed) || readFileSync(installed, 'utf8') !== wanted)
    rmSync(folder, { recursive: true, force: true });
  else
    for (const entry of readdirSync(folder))
      if (!['node_modules', '.installed', 'package-lock.json'].includes(entry))
        rmSync(join(folder, entry), { recursive: true, force: true });
  for (const [path, text] of files) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  const environment = {
    ...process.env,
    CI: '1',
    NEXT_TELEMETRY_DISABLED: '1',
    ASTRO_TELEMETRY_DISABLED: '1',
    NUXT_TELEMETRY_DISABLED: '1',
    NG_CLI_ANALYTICS: 'false',
    EXPO_NO_TELEMETRY: '1',
    NODE_ENV: undefined,
    ...plan.env,
  };
  const run = (command, args) =>
    spawnSync(command, args, { cwd: folder, env: environment, encoding: 'utf8', timeout, maxBuffer: 1 << 26 });
  if (wanted && !existsSync(installed)) {
    const { status, stderr } = run('npm', ['install', '--no-audit', '--no-fund', '--loglevel=error', '--include=dev']);
    if (status !== 0) return { error: `install: ${stderr.slice(-800)}` };
    writeFileSync(installed, wanted);
  }
  if (plan.build !== false && wanted) {
    const { status, stdout, stderr } = run('npm', ['run', 'build']);
    if (status !== 0) return { error: `build: ${(stdout + stderr).slice(-1500)}` };
  }
  const found = new Map();
  const search = (root, keep) => {
    const top = join(folder, root);
    if (!existsSync(top)) return;
    for (const path of outputs(top)) {
      if (!keep(path)) continue;
      const text = readFileSync(path, 'latin1');
      for (const value of values)
        if (text.includes(value) && !found.has(value)) found.set(value, path.slice(folder.length + 1));
    }
  };
  for (const root of plan.client ?? []) search(root, (path) => plan.maps === true || !path.endsWith('.map'));
  for (const root of plan.public ?? ['public', 'static']) search(root, () => true);
  for (const root of plan.pages ?? []) search(root, isPage);
  if (plan.serve) {
    const { stdout } = run(process.execPath, [fileURLToPath(new URL('./serve.mjs', import.meta.url)), ...plan.serve]);
    for (const value of values)
      if (stdout.includes(value) && !found.has(value)) found.set(value, `the page ${plan.serve[1]}`);
  }
  return { found };
}
