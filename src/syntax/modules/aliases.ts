import { posix } from 'node:path';
import { compiler } from '../compiler.ts';
import { decode } from '../text.ts';
import type { ModuleReader } from './modules.ts';

/** `@/*` stands for these paths from the top, each with at most one `*`. */
interface Alias {
  readonly pattern: string;
  readonly targets: readonly string[];
}

interface Paths {
  readonly aliases: readonly Alias[];
  /** The folder that names without a dot are looked for in. */
  readonly baseUrl?: string;
}

const none: Paths = { aliases: [] };
/** Configurations that one extends or refers to. */
const mostConfigs = 12;
/** Folders looked at upwards from a file. */
const highest = 16;

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
 * above the file, by `imports` of `package.json`, or by custom. Without endings; none for what looks like a package.
 */
export function aliased(from: string, specifier: string, read: ModuleReader): readonly string[] {
  if (/^(?:node:|https?:|data:)/.test(specifier)) return [];
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
  if (found.length === 0) found.push(...customary.flatMap((alias) => expand(alias, specifier)));
  return [...new Set(found.map((path) => posix.normalize(path)))].filter((path) => !path.startsWith('..'));
}

function expand({ pattern, targets }: Alias, specifier: string): string[] {
  const star = pattern.indexOf('*');
  if (star < 0) return specifier === pattern ? [...targets] : [];
  const [head, tail] = [pattern.slice(0, star), pattern.slice(star + 1)];
  if (!specifier.startsWith(head) || !specifier.endsWith(tail) || specifier.length < head.length + tail.length)
    return [];
  const rest = specifier.slice(head.length, specifier.length - tail.length);
  return targets.map((target) => target.replace('*', () => rest));
}

function nearest(folder: string, read: ModuleReader): Paths {
  let at = folder;
  for (let turns = 0; turns < highest; turns++) {
    const own = packageImports(at, read);
    for (const name of ['tsconfig.json', 'jsconfig.json']) {
      const file = posix.join(at, name);
      if (!read(file)) continue;
      const { aliases, ...others } = readConfig(file, read, new Set());
      return { ...others, aliases: [...own, ...aliases] };
    }
    if (own.length > 0) return { aliases: own };
    if (at === '.' || at === '') break;
    at = posix.dirname(at);
  }
  return none;
}

type Json = { readonly [key: string]: unknown };
const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const textsOf = (value: unknown): string[] =>
  (Array.isArray(value) ? value : [value]).filter((each) => typeof each === 'string');

/** A file of JSON, comments and all; an empty object where it is none. */
function readJson(file: string, read: ModuleReader): Json {
  const bytes = read(file);
  if (!bytes) return {};
  try {
    const { config } = compiler.parseConfigFileTextToJson(file, decode(bytes).text) as { config?: unknown };
    return isObject(config) ? config : {};
  } catch {
    return {};
  }
}

/** `"imports": { "#keys": "./src/keys.js" }`. */
function packageImports(folder: string, read: ModuleReader): Alias[] {
  const { imports } = readJson(posix.join(folder, 'package.json'), read);
  if (!isObject(imports)) return [];
  return Object.entries(imports).map(([pattern, target]) => ({
    pattern,
    targets: targetsOf(target, 0).map((each) => posix.join(folder, each)),
  }));
}

/** The paths of a target that may depend on conditions. */
const targetsOf = (target: unknown, depth: number): string[] =>
  isObject(target) && depth < 4
    ? Object.values(target).flatMap((each) => targetsOf(each, depth + 1))
    : textsOf(target).filter((each) => each.startsWith('.'));

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
