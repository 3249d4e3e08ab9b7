import { join } from 'node:path/posix';
import { folderOf, isObject, type Tree, textsOf, under, upwards } from '../tree.ts';

/** `@/*` stands for these paths, each with at most one `*`. */
export interface Alias {
  readonly pattern: string;
  readonly targets: readonly string[];
}

/** What a compiler's configuration says of imports. */
export interface CompilerPaths {
  readonly aliases: readonly Alias[];
  /** The folder that names without a dot are looked for in. */
  readonly baseUrl?: string;
  /** True where an import stays although only types are used of it. */
  readonly verbatim: boolean;
}

const none: CompilerPaths = { aliases: [], verbatim: false };
const mostFiles = 24;
const configNames = ['tsconfig.json', 'jsconfig.json', 'tsconfig.app.json', 'tsconfig.base.json'];

/** Reads `tsconfig.json` and `jsconfig.json` with what they extend and refer to, once for each folder. */
export class CompilerConfigs {
  readonly #tree: Tree;
  readonly #known = new Map<string, CompilerPaths>();

  constructor(tree: Tree) {
    this.#tree = tree;
  }

  /** What holds for a file: the nearest configuration above it. */
  of(path: string): CompilerPaths {
    const folder = folderOf(path);
    const known = this.#known.get(folder);
    if (known) return known;
    const name = upwards(folder)
      .flatMap((each) => configNames.map((name) => under(each, name)))
      .find((each) => this.#tree.has(each));
    const found = name === undefined ? none : this.#read(name, new Set());
    this.#known.set(folder, found);
    return found;
  }

  #read(file: string, seen: Set<string>): CompilerPaths {
    const json = this.#tree.json(file);
    if (!json || seen.has(file) || seen.size > mostFiles) return none;
    seen.add(file);
    const folder = folderOf(file);
    const others = [
      ...textsOf(json['extends']).filter((each) => each.startsWith('.')),
      ...(Array.isArray(json['references']) ? json['references'] : [])
        .filter(isObject)
        .flatMap(({ path }) => textsOf(path)),
    ].map((each) => this.#read(this.#fileOf(join(folder, each)), seen));
    const options = isObject(json['compilerOptions']) ? json['compilerOptions'] : {};
    const [baseUrl] = textsOf(options['baseUrl']).map((each) => inside(join(folder, each)));
    const inherited = others.find((other) => other.baseUrl !== undefined)?.baseUrl;
    const base = baseUrl ?? inherited;
    const own = Object.entries(isObject(options['paths']) ? options['paths'] : {}).map(([pattern, targets]) => ({
      pattern,
      targets: textsOf(targets).map((each) => inside(join(base ?? folder, each))),
    }));
    const verbatim = options['verbatimModuleSyntax'] ?? options['preserveValueImports'];
    return {
      aliases: [...own, ...others.flatMap(({ aliases }) => aliases)],
      ...(base === undefined ? {} : { baseUrl: base }),
      verbatim: typeof verbatim === 'boolean' ? verbatim : others.some((other) => other.verbatim),
    };
  }

  #fileOf(path: string): string {
    return [path, `${path}.json`, `${path}/tsconfig.json`].find((each) => this.#tree.has(each)) ?? path;
  }
}

/** A joined path as the tree names it: `.` is the top. */
export const inside = (path: string): string =>
  path === '.' || path === './' ? '' : path.replace(/^\.\//, '').replace(/\/$/, '');
