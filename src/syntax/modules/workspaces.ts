import { posix } from 'node:path';
import { decode } from '../text.ts';
import type { ModuleReader } from './modules.ts';
import { expand, isObject, type Json, readJson, targetsOf, textsOf, upwards } from './package-files.ts';

/** A package of the project: where it lies, and its `package.json`. */
interface Package {
  readonly folder: string;
  readonly json: Json;
}

/** Packages found, by reader, folder that asks, and name. */
const known = new WeakMap<ModuleReader, Map<string, Package | undefined>>();
const mostKnown = 5_000;
/** Places of workspaces that are tried. */
const mostPatterns = 24;

const named = /^(?<name>@[\w.~-]+\/[\w.~-]+|[A-Za-z][\w.~-]*)(?:\/(?<rest>.+))?$/;

/**
 * The paths that a specifier means which names a package of the same project: of the one it stands in what lies below its name, one that
 * `package.json` links to a folder, or a workspace that lies where its name says.
 * @param folder of the file that imports
 * @returns paths without endings; none where the project has no such package
 */
export function inWorkspace(folder: string, specifier: string, read: ModuleReader): readonly string[] {
  const { name, rest } = named.exec(specifier)?.groups ?? {};
  const found = name === undefined ? undefined : packageOf(folder, name, read);
  // A package's documents and examples use it as everybody does.
  if (!found || (rest === undefined && isWithin(folder, found.folder))) return [];
  return entriesOf(found, rest);
}

const isWithin = (folder: string, top: string): boolean => top === '.' || `${folder}/`.startsWith(`${top}/`);

function packageOf(folder: string, name: string, read: ModuleReader): Package | undefined {
  let packages = known.get(read);
  if (!packages) {
    packages = new Map();
    known.set(read, packages);
  }
  const key = `${name} ${folder}`;
  if (packages.has(key)) return packages.get(key);
  const found = find(folder, name, read);
  if (packages.size >= mostKnown) packages.clear();
  packages.set(key, found);
  return found;
}

function find(folder: string, name: string, read: ModuleReader): Package | undefined {
  const at = (where: string): Package | undefined => {
    const json = readJson(posix.join(where, 'package.json'), read);
    return json['name'] === name ? { folder: where, json } : undefined;
  };
  for (const above of upwards(folder)) {
    const own = at(above);
    if (own) return own;
    const json = readJson(posix.join(above, 'package.json'), read);
    for (const place of [...linkedFolders(json, name), ...workspaceFolders(above, json, name, read)]) {
      const found = at(posix.join(above, place));
      if (found) return found;
    }
  }
  return undefined;
}

/** `"@acme/config": "file:../config"`. */
function linkedFolders(json: Json, name: string): string[] {
  const wanted = ['dependencies', 'devDependencies'].map((field) => json[field]).filter(isObject);
  return wanted.flatMap((all) => {
    const place = /^(?:file|link|portal|workspace):(\.[^\s]*)$/.exec(String(all[name]))?.[1];
    return place === undefined ? [] : [place];
  });
}

/** Where a package of this name may lie among the workspaces: a folder is called as the package is, its scope apart. */
function workspaceFolders(folder: string, json: Json, name: string, read: ModuleReader): string[] {
  const { workspaces } = json;
  const patterns = [
    ...textsOf(isObject(workspaces) ? workspaces['packages'] : workspaces),
    ...pnpmWorkspaces(posix.join(folder, 'pnpm-workspace.yaml'), read),
    ...textsOf(readJson(posix.join(folder, 'lerna.json'), read)['packages']),
  ];
  const bare = name.slice(name.indexOf('/') + 1);
  const called = [...new Set([bare, name.replace(/^@/, '').replace('/', '-'), name])];
  return patterns
    .slice(0, mostPatterns)
    .filter((pattern) => !pattern.startsWith('!'))
    .flatMap((pattern) =>
      pattern.includes('*') ? called.map((each) => pattern.replace(/\*.*$/s, () => each)) : [pattern],
    );
}

/** The list below `packages:`. */
function pnpmWorkspaces(file: string, read: ModuleReader): string[] {
  const bytes = read(file);
  if (!bytes) return [];
  const list = /^packages:[ \t]*\r?\n((?:[ \t]*(?:-[^\n]*|#[^\n]*)?\r?\n?)*)/m.exec(decode(bytes).text)?.[1] ?? '';
  return [...list.matchAll(/^[ \t]*-[ \t]*['"]?([^'"#\s]+)/gm)].map(([, pattern = '']) => pattern);
}

/** What a package gives under a name below its own, or under its own; sources where what was built is named. */
function entriesOf({ folder, json }: Package, rest: string | undefined): string[] {
  const { exports } = json;
  const wanted = rest === undefined ? '.' : `./${rest}`;
  const isMap = isObject(exports) && Object.keys(exports).some((key) => key.startsWith('.'));
  const listed = isMap
    ? Object.entries(exports).flatMap(([pattern, target]) =>
        expand({ pattern, targets: targetsOf(target, folder) }, wanted),
      )
    : rest === undefined
      ? targetsOf(exports, folder)
      : [];
  const main = ['source', 'module', 'main', 'types'].flatMap((field) => textsOf(json[field]));
  const below = rest ?? 'index';
  return [
    ...listed,
    ...(rest === undefined ? main.map((each) => posix.join(folder, each)) : []),
    posix.join(folder, below),
    posix.join(folder, 'src', below),
  ].map((path) => posix.normalize(path));
}
