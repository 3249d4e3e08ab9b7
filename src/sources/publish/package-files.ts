import { existsSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { slashed } from '../paths.ts';
import { readSmallFile } from '../small-file.ts';
import { type Manifest, manifestOf, npmFiles } from './npm-files.ts';
import { yarnFiles } from './yarn-files.ts';

type Manager = 'npm' | 'pnpm' | 'yarn';

/**
 * The files that publishing a folder would send, by the package manager of the project: they agree but for a few files.
 * @param folder absolute, with a `package.json`
 * @returns paths relative to it, with `/`, sorted
 * @throws SourceError where `package.json` cannot be read
 */
export async function packageFiles(folder: string): Promise<readonly string[]> {
  const manager = managerOf(folder);
  if (manager === 'npm') return npmFiles(folder);
  const manifest = manifestOf(folder);
  const published = tableOf(manifest?.['publishConfig']);
  // pnpm publishes another folder where the manifest says so; both take these fields from there.
  const directory = published['directory'];
  if (manager === 'pnpm' && typeof directory === 'string') {
    const inner = join(folder, directory);
    const within = slashed(relative(folder, inner));
    if (within !== '' && !within.startsWith('..') && manifestOf(inner))
      return (await npmFiles(inner)).map((path) => `${within}/${path}`);
  }
  const fields = Object.fromEntries(
    ['main', 'bin', 'browser'].filter((field) => field in published).map((field) => [field, published[field]]),
  );
  const files = await npmFiles(folder, fields);
  return manager === 'yarn' ? yarnFiles(folder, files, manifest ?? {}) : files;
}

const tableOf = (value: unknown): Manifest =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Manifest) : {};

/** The manager that the nearest folder upwards names, or whose files lie there. The first Yarn packs as npm does. */
function managerOf(folder: string): Manager {
  for (let at = folder; ; at = dirname(at)) {
    const named = manifestOf(at)?.['packageManager'];
    if (typeof named === 'string') return /^pnpm@/.test(named) ? 'pnpm' : /^yarn@[2-9]/.test(named) ? 'yarn' : 'npm';
    if (existsSync(join(at, 'package-lock.json'))) return 'npm';
    if (existsSync(join(at, 'pnpm-lock.yaml'))) return 'pnpm';
    if (existsSync(join(at, '.yarnrc.yml'))) return 'yarn';
    if (/^__metadata:/m.test(readSmallFile(join(at, 'yarn.lock'), 64 * 1024 * 1024)?.slice(0, 2_000) ?? ''))
      return 'yarn';
    if (dirname(at) === at || existsSync(join(at, '.git'))) return 'npm';
  }
}
