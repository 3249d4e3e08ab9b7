import { folderOf, isObject, type Json, type Tree, textsOf, under } from '../tree.ts';

/** A package of the project itself. */
export interface OwnPackage {
  readonly folder: string;
  readonly name?: string;
  readonly json: Json;
}

/** The packages of a project, by folder and by name. */
export class Packages {
  readonly all: readonly OwnPackage[];
  readonly #byName = new Map<string, OwnPackage>();
  readonly #byFolder = new Map<string, OwnPackage>();

  constructor(tree: Tree) {
    this.all = tree.files
      .filter((path) => (path === 'package.json' || path.endsWith('/package.json')) && !path.includes('node_modules/'))
      .map((path) => {
        const json = tree.json(path) ?? {};
        const [name] = textsOf(json['name']);
        return { folder: folderOf(path), json, ...(name === undefined ? {} : { name }) };
      });
    for (const each of this.all) {
      this.#byFolder.set(each.folder, each);
      if (each.name !== undefined) this.#byName.set(each.name, each);
    }
  }

  named(name: string): OwnPackage | undefined {
    return this.#byName.get(name);
  }

  /** The package a path belongs to: the nearest above it. */
  of(path: string): OwnPackage | undefined {
    for (let folder = folderOf(path); ; folder = folderOf(folder)) {
      const found = this.#byFolder.get(folder);
      if (found || folder === '') return found;
    }
  }
}

/** The names of everything a package depends on. */
export function dependenciesOf(json: Json): ReadonlySet<string> {
  const names = ['dependencies', 'devDependencies', 'peerDependencies', 'optionalDependencies'].flatMap((field) => {
    const table = json[field];
    return isObject(table) ? Object.keys(table) : [];
  });
  return new Set(names);
}

/** The paths a subpath of `exports` or `imports` may stand for, best first for a browser and for source code. */
export function targetsIn(table: unknown, subpath: string): string[] {
  if (typeof table === 'string') return subpath === '.' ? [table] : [];
  if (!isObject(table)) return [];
  const keys = Object.keys(table);
  if (!keys.some((key) => key.startsWith('.') || key.startsWith('#'))) return subpath === '.' ? conditional(table) : [];
  if (subpath in table) return conditional(table[subpath]);
  for (const key of keys) {
    const star = key.indexOf('*');
    if (star < 0) continue;
    const [head, tail] = [key.slice(0, star), key.slice(star + 1)];
    if (subpath.startsWith(head) && subpath.endsWith(tail) && subpath.length >= head.length + tail.length)
      return conditional(table[key]).map((target) =>
        target.replaceAll('*', subpath.slice(head.length, subpath.length - tail.length)),
      );
  }
  return [];
}

const conditions = [
  'source',
  'development',
  'svelte',
  'browser',
  'import',
  'module',
  'default',
  'require',
  'node',
  'types',
];

function conditional(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (Array.isArray(value)) return value.flatMap(conditional);
  if (!isObject(value)) return [];
  const known = conditions.filter((condition) => condition in value);
  return [...known, ...Object.keys(value).filter((key) => !known.includes(key))].flatMap((key) =>
    conditional(value[key]),
  );
}

/** The paths a package's own name stands for, best first. */
export function mainsOf({ json, folder }: OwnPackage): string[] {
  const fields = ['source', 'svelte', 'browser', 'module', 'main', 'types'].flatMap((field) => textsOf(json[field]));
  return [...targetsIn(json['exports'], '.'), ...fields, 'src/index', 'index'].map((path) =>
    under(folder, path.replace(/^\.\//, '')),
  );
}
