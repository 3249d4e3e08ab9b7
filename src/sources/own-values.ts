import { readdirSync, realpathSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import type { ScanSettings } from '../config/settings.ts';
import type { OwnFile } from '../own/choose-values.ts';
import { type OwnValues, ownRule } from '../own/index.ts';
import { ignoredAmong } from './ignored-among.ts';
import { diskPath, printable } from './names.ts';
import { namesBelow } from './paths.ts';
import { findRepository, isWithin, type Repository } from './repository.ts';
import { readSmallFile } from './small-file.ts';

const template = /\.(?:example|sample|template|tmpl|dist|defaults?|schema|enc|encrypted|vault|age|gpg|md)(?:\.|$)/i;
const dotenv = /^\.env(?:\..+|rc)?$/;
/** Other files of a project that hold nothing but its secrets. */
const others = /^(?:\.npmrc|\.yarnrc|\.dev\.vars(?:\..+)?|secrets\.(?:json|ya?ml|toml|env|ini|properties|txt))$/i;

/**
 * The values of the project that a scan searches for: those of files at its top, in the folders it reads and in those of
 * its packages. Unless they
 * are asked for, only those of dotenv files that git ignores: the user keeps them out of the repository on purpose.
 * @param top the top of what is scanned
 * @returns nothing where there are none
 */
export async function readOwnValues(
  { ownSecrets: asked, mode, cwd, rules }: Pick<ScanSettings, 'ownSecrets' | 'mode' | 'cwd' | 'rules'>,
  top: string,
  signal: AbortSignal,
): Promise<OwnValues | undefined> {
  // Whoever asks for some other rules only has not asked for this one.
  const isLeftOut = rules.only !== undefined && !rules.only.includes(ownRule);
  if (asked === 'off' || (asked === undefined && (isLeftOut || mode.kind === 'stdin'))) return undefined;
  const here = realpathSync.native(cwd);
  const roots = mode.kind === 'stdin' ? [] : mode.roots;
  const named = [top, ...roots.map((root) => resolve(here, root))];
  const folders = new Set([...named, ...named.flatMap(foldersBelow)]);
  const found = [...new Set([...folders].flatMap((folder) => filesIn(folder, asked !== undefined)))];
  const files = asked === undefined ? await ignoredOnly(found, signal) : found;
  const read = files.flatMap((file): OwnFile[] => {
    const text = readSmallFile(diskPath(file));
    return text === undefined ? [] : [{ file, name: nameFrom(file, here), text }];
  });
  if (read.length === 0 && asked !== 'env') return undefined;
  const { chooseValues } = await import('../own/choose-values.ts');
  const own = chooseValues(read, asked === 'env' ? process.env : {});
  return own.values.length === 0 && asked === undefined ? undefined : own;
}

/** Folders of a monorepo that hold packages: theirs are looked into as well. */
const packageFolders =
  /^(?:packages|apps|services|libs|modules|projects|workers|functions|sites|servers?|clients?|backends?|frontends?)$/i;
const mostFolders = 300;

/** The folders directly in one, and those in its folders of packages: dotenv files of a monorepo lie there. */
function foldersBelow(folder: string): string[] {
  const below = childFolders(folder);
  return below.flatMap((child) => [child, ...(packageFolders.test(basename(child)) ? childFolders(child) : [])]);
}

function childFolders(folder: string): string[] {
  try {
    return readdirSync(folder, { withFileTypes: true })
      .filter((entry) => entry.isDirectory() && !entry.name.startsWith('.') && entry.name !== 'node_modules')
      .slice(0, mostFolders)
      .map(({ name }) => join(folder, name));
  } catch {
    return [];
  }
}

function filesIn(folder: string, all: boolean): string[] {
  let names: string[];
  try {
    const real = realpathSync.native(folder);
    names = readdirSync(real)
      .filter((name) => (dotenv.test(name) || (all && others.test(name))) && !template.test(name))
      .map((name) => join(real, name));
  } catch {
    // A file, or a folder that cannot be read: the scan itself tells of it.
    return [];
  }
  return names.sort();
}

/** Of files of one or several work trees, those that git ignores; outside of git nothing is ignored. */
async function ignoredOnly(files: readonly string[], signal: AbortSignal): Promise<readonly string[]> {
  const byTop = new Map<string, { readonly repository: Repository; readonly files: Map<string, string> }>();
  for (const file of files) {
    const repository = findRepository(join(file, '..'));
    if (!repository || !isWithin(file, repository.top)) continue;
    const known = byTop.get(repository.top) ?? { repository, files: new Map<string, string>() };
    byTop.set(repository.top, known);
    known.files.set(file.slice(repository.top.length + 1).replaceAll('\\', '/'), file);
  }
  const kept = new Set<string>();
  for (const { repository, files: named } of byTop.values())
    for (const name of await ignoredAmong([...named.keys()], repository, signal)) kept.add(named.get(name) ?? name);
  return files.filter((file) => kept.has(file));
}

/** A file as people know it: from where they stand. */
const nameFrom = (file: string, cwd: string): string =>
  printable(namesBelow(join(file, '..'), cwd, cwd).shown(file.slice(file.lastIndexOf('/') + 1)));
