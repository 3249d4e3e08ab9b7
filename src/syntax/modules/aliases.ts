import { posix } from 'node:path';
import type { ModuleReader } from './modules.ts';
import { type Alias, expand, isObject, readJson, targetsOf, textsOf, upwards } from './package-files.ts';
import { inWorkspace } from './workspaces.ts';

interface Paths {
  readonly aliases: readonly Alias[];
  /** The folder that names without a dot are looked for in. */
  readonly baseUrl?: string;
}

const none: Paths = { aliases: [] };
/** Configurations that one extends or refers to. */
const mostConfigs = 12;

/** What frameworks make of a name where no configuration says so: SvelteKit, Nuxt, and what most templates set up. */
const customary: readonly Alias[] = [
  { pattern: '$lib/*', targets: ['src/lib/*'] },
  { pattern: '$lib', targets: ['src/lib'] },
  { pattern: '@/*', targets: ['src/*', '*', 'app/*'] },
  { pattern: '~/*', targets: ['src/*', '*', 'app/*'] },
];

/** What was read of each project: by its reader, and by folder. */
const known = new WeakMap<ModuleReader, Map<string, Paths>>();

/**
 * The paths that a specifier without a dot may mean inside the project, by the nearest `tsconfig.json` or `jsconfig.json`
 * above the file, by `imports` of `package.json`, by custom, or because the project has a package of that name. Without
 * endings; none for what is a package of somebody else.
 */
export function aliased(from: string, specifier: string, read: ModuleReader): readonly string[] {
  if (/^(?:node:|npm:|jsr:|https?:|data:)/.test(specifier)) return [];
  let folders = known.get(read);
  if (!folders) {
    folders = new Map();
    known.set(read, folders);
  }
  const folder = posix.dirname(from);
  let paths = folders.get(folder);
  if (!paths) {
    paths = nearest(folder, read);
    folders.set(folder, paths);
  }
  const found = paths.aliases.flatMap((alias) => expand(alias, specifier));
  if (paths.baseUrl !== undefined) found.push(posix.join(paths.baseUrl, specifier));
  if (found.length === 0) {
    const usual = customary.flatMap((alias) => expand(alias, specifier));
    for (const top of usual.length > 0 ? tops(folder, read) : [])
      found.push(...usual.map((path) => posix.join(top, path)));
  }
  found.push(...inWorkspace(folder, specifier, read));
  return [...new Set(found.map((path) => posix.normalize(path)))].filter((path) => !path.startsWith('..'));
}

/** The folder of the package a file belongs to, and the top of the project. */
function tops(folder: string, read: ModuleReader): string[] {
  for (const at of upwards(folder)) if (read(posix.join(at, 'package.json'))) return [at, '.'];
  return ['.'];
}

function nearest(folder: string, read: ModuleReader): Paths {
  for (const at of upwards(folder)) {
    const own = packageImports(at, read);
    for (const name of ['tsconfig.json', 'jsconfig.json']) {
      const file = posix.join(at, name);
      if (!read(file)) continue;
      const { aliases, ...others } = readConfig(file, read, new Set());
      return { ...others, aliases: [...own, ...aliases] };
    }
    if (own.length > 0) return { aliases: own };
  }
  return none;
}

/** `"imports": { "#keys": "./src/keys.js" }`. */
function packageImports(folder: string, read: ModuleReader): Alias[] {
  const { imports } = readJson(posix.join(folder, 'package.json'), read);
  if (!isObject(imports)) return [];
  return Object.entries(imports).map(([pattern, target]) => ({
    pattern,
    targets: targetsOf(target, folder),
  }));
}

function readConfig(file: string, read: ModuleReader, seen: Set<string>): Paths {
  if (seen.has(file) || seen.size >= mostConfigs) return none;
  seen.add(file);
  const json = readJson(file, read);
  const folder = posix.dirname(file);
  const references = Array.isArray(json['references']) ? json['references'].filter(isObject) : [];
  const others = [...textsOf(json['extends']), ...references.flatMap(({ path }) => textsOf(path))]
    .filter((each) => each.startsWith('.'))
    .map((each) => configFile(posix.join(folder, each), read))
    .map((each) => (each === undefined ? none : readConfig(each, read, seen)));
  const options = isObject(json['compilerOptions']) ? json['compilerOptions'] : {};
  const [own] = textsOf(options['baseUrl']).map((each) => posix.join(folder, each));
  const baseUrl = own ?? others.find((other) => other.baseUrl !== undefined)?.baseUrl;
  const aliases = Object.entries(isObject(options['paths']) ? options['paths'] : {}).map(([pattern, targets]) => ({
    pattern,
    targets: textsOf(targets).map((each) => posix.join(baseUrl ?? folder, each)),
  }));
  return {
    aliases: [...aliases, ...others.flatMap((other) => other.aliases)],
    ...(baseUrl === undefined ? {} : { baseUrl }),
  };
}

const configFile = (path: string, read: ModuleReader): string | undefined =>
  [path, `${path}.json`, `${path}/tsconfig.json`].find((each) => each.endsWith('.json') && read(each) !== undefined);
