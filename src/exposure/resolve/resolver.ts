import { join } from 'node:path/posix';
import { folderOf, type Tree, under } from '../tree.ts';
import { globPattern } from './glob.ts';
import { dependenciesOf, mainsOf, type OwnPackage, type Packages, targetsIn } from './packages.ts';
import { type Alias, CompilerConfigs, inside } from './tsconfig.ts';

/** Endings that may be left out, best first. */
const endings = [
  '.ts',
  '.tsx',
  '.mts',
  '.js',
  '.jsx',
  '.mjs',
  '.cjs',
  '.cts',
  '.vue',
  '.svelte',
  '.astro',
  '.mdx',
  '.json',
];
/** Endings of a build that stand for a source beside it. */
const sourceOf: Readonly<Record<string, readonly string[]>> = {
  '.js': ['.ts', '.tsx', '.jsx'],
  '.jsx': ['.tsx'],
  '.mjs': ['.mts'],
  '.cjs': ['.cts'],
};

/** Finds the files that imports name. Packages from outside of the project are not followed. */
export class Resolver {
  readonly configs: CompilerConfigs;
  readonly #tree: Tree;
  readonly #packages: Packages;

  constructor(tree: Tree, packages: Packages) {
    this.#tree = tree;
    this.#packages = packages;
    this.configs = new CompilerConfigs(tree);
  }

  /**
   * @param specifier as written; `*` stands for any text where it is a pattern
   * @param aliases what the framework or bundler adds, before the compiler's own
   * @param root the folder that `/` stands for
   */
  resolve(specifier: string, from: string, aliases: readonly Alias[], root: string): readonly string[] {
    for (const path of this.#pathsOf(plainSpecifier(specifier), from, aliases, root)) {
      if (path.startsWith('../')) continue;
      if (path.includes('*')) {
        const pattern = globPattern(path);
        const start = path.slice(0, path.indexOf('*'));
        const folder = start.includes('/') ? start.slice(0, start.lastIndexOf('/')) : '';
        return this.#tree
          .below(folder)
          .filter((each) => pattern.test(each) || pattern.test(each.replace(/\.\w+$/, '')));
      }
      const file = this.file(path);
      if (file !== undefined) return [file];
    }
    const guessed = this.#byEnd(plainSpecifier(specifier), from);
    return guessed === undefined ? [] : [guessed];
  }

  /** The one file that an alias nobody explains can mean: `@core/log` for `src/core/log.ts`. */
  #byEnd(specifier: string, from: string): string | undefined {
    const own = this.#packages.of(from);
    const end = /^[@~#$]\/?((?:[\w.-]+\/)*[\w.-]+)$/.exec(specifier)?.[1];
    if (end === undefined || !end.includes('/') || (own && dependenciesOf(own.json).has(packageOf(specifier))))
      return undefined;
    const folder = own?.folder ?? '';
    const found = [
      under(folder, end),
      under(folder, `src/${end}`),
      under(folder, `app/${end}`),
      under(folder, `src/app/${end}`),
    ]
      .map((path) => this.file(path))
      .filter((path) => path !== undefined);
    return found[0];
  }

  /** The file a path stands for: itself, with an ending, or the index of a folder. */
  file(path: string): string | undefined {
    if (path !== '' && this.#tree.has(path)) return path;
    const ending = /\.[cm]?jsx?$/.exec(path)?.[0];
    if (ending !== undefined)
      for (const other of sourceOf[ending] ?? []) {
        const source = path.slice(0, -ending.length) + other;
        if (this.#tree.has(source)) return source;
      }
    for (const each of endings) if (this.#tree.has(path + each)) return path + each;
    for (const each of endings) {
      const index = under(path, `index${each}`);
      if (this.#tree.has(index)) return index;
    }
    return undefined;
  }

  *#pathsOf(specifier: string, from: string, aliases: readonly Alias[], root: string): Generator<string> {
    if (/^\.{1,2}(?:\/|$)/.test(specifier)) {
      yield inside(join(folderOf(from), specifier));
      return;
    }
    const own = this.#packages.of(from);
    if (specifier.startsWith('#') && own)
      for (const target of targetsIn(own.json['imports'], specifier)) yield* sources(under(own.folder, inside(target)));
    const { aliases: paths, baseUrl } = this.configs.of(from);
    for (const alias of [...aliases, ...paths]) yield* expand(alias, specifier);
    if (specifier.startsWith('/')) yield under(root, specifier.slice(1));
    if (baseUrl !== undefined) yield under(baseUrl, specifier);
    const name = packageOf(specifier);
    const target = name === '' ? undefined : this.#packages.named(name);
    if (target) yield* inPackage(target, specifier.slice(name.length + 1));
  }
}

const packageOf = (specifier: string): string => /^(?:@[^/]+\/)?[^/]+/.exec(specifier)?.[0] ?? '';

function* inPackage(target: OwnPackage, subpath: string): Generator<string> {
  if (subpath === '') {
    for (const path of mainsOf(target)) yield* sources(path);
    return;
  }
  for (const path of targetsIn(target.json['exports'], `./${subpath}`))
    yield* sources(under(target.folder, inside(path)));
  yield under(target.folder, subpath);
  yield under(target.folder, `src/${subpath}`);
}

/** A built path, and the source it is likely made from. */
function* sources(path: string): Generator<string> {
  yield path;
  const source = path
    .replace(/(^|\/)(?:dist|build|lib|out|es|esm)\/(?:esm\/|cjs\/|src\/)?/, '$1src/')
    .replace(/(?:\.d)?\.[cm]?[jt]s$/, '');
  if (source !== path) yield source;
}

function* expand({ pattern, targets }: Alias, specifier: string): Generator<string> {
  const star = pattern.indexOf('*');
  if (star < 0) {
    if (specifier === pattern) yield* targets;
    return;
  }
  const [head, tail] = [pattern.slice(0, star), pattern.slice(star + 1)];
  if (!specifier.startsWith(head) || !specifier.endsWith(tail) || specifier.length < head.length + tail.length) return;
  const rest = specifier.slice(head.length, specifier.length - tail.length);
  for (const target of targets) yield target.replace('*', () => rest);
}

/** Without loaders before it and questions after it: `raw-loader!./a.txt`, `./a.txt?raw`, `bundle-text:./a`. */
function plainSpecifier(specifier: string): string {
  const plain = specifier.replace(/^.*!/, '').replace(/^(?:bundle-text|data-url|url|npm|file|raw):(?!\/\/)/, '');
  const question = plain.indexOf('?', plain.lastIndexOf('*') + 1);
  return question < 0 ? plain : plain.slice(0, question);
}
