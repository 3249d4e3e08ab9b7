import type { Resolver } from '../resolve/resolver.ts';
import type { Alias } from '../resolve/tsconfig.ts';
import type { Implied } from '../shape.ts';
import { folderOf, type Tree } from '../tree.ts';
import { filesRead } from './files-read.ts';
import { pageSpecifier } from './read-component.ts';
import { isTypeImport, specifiersIn } from './specifiers.ts';

/** Where a file's imports lead, found without reading it as a program. */
export interface Link {
  readonly path: string;
  /** UTF-16 units. */
  readonly at: number;
  /** True where it is loaded later, so that it starts a chunk of its own: `import()`, a worker. */
  readonly later: boolean;
  /** True where code reads it as data instead of importing it. */
  readonly isRead?: boolean;
}

const loadsLater = /^(?:import\s*\(|(?:Shared)?Worker|URL|register|addModule|glob)/;

const isStyle = /\.(?:s?css|less|sass|styl)$/i;
const mayImport = /\.(?:[cm]?[jt]sx?|vue|svelte|astro|mdx?|x?html?|s?css|less|sass|styl)$/i;

/** How the imports of one application are read. */
export interface LinkSettings {
  readonly aliases: readonly Alias[];
  /** The folder that `/` stands for in imports and pages. */
  readonly root: string;
  readonly implied?: ReadonlyMap<string, Implied>;
  readonly replaced?: ReadonlyMap<string, string>;
  readonly platforms?: readonly string[];
}

/** Imports of files, each file read once and each specifier resolved once for a folder. */
export class Links {
  readonly implied: ReadonlyMap<string, Implied>;
  readonly #tree: Tree;
  readonly #resolver: Resolver;
  readonly #settings: LinkSettings;
  readonly #known = new Map<string, readonly Link[]>();
  readonly #resolved = new Map<string, readonly string[]>();

  constructor(tree: Tree, resolver: Resolver, settings: LinkSettings) {
    this.implied = settings.implied ?? new Map();
    this.#tree = tree;
    this.#resolver = resolver;
    this.#settings = settings;
  }

  /** The files a specifier names, as the build takes them. */
  resolve(specifier: string, from: string): readonly string[] {
    const key = `${folderOf(from)}\n${specifier}`;
    const known = this.#resolved.get(key);
    if (known) return known;
    const { aliases, root, replaced } = this.#settings;
    let found = this.#forPlatforms(specifier, from) ?? this.#resolver.resolve(specifier, from, aliases, root);
    // The page may lie at the top of what is built, wherever that is.
    if (found.length === 0 && specifier.startsWith('/') && /\.html?$/.test(from))
      found = this.#resolver.resolve(`.${specifier}`, from, [], root);
    if (found.length === 0 && isStyle.test(from)) found = this.#partial(specifier, from);
    if (replaced) found = found.map((path) => replaced.get(path) ?? path);
    this.#resolved.set(key, found);
    return found;
  }

  /** A style sheet without its ending, or the part of one: `./palette` for `_palette.scss`. */
  #partial(specifier: string, from: string): readonly string[] {
    const { aliases, root } = this.#settings;
    const part = `${specifier.slice(0, specifier.lastIndexOf('/') + 1)}_${specifier.slice(specifier.lastIndexOf('/') + 1)}`;
    for (const name of [specifier, part])
      for (const ending of ['', '.scss', '.sass', '.less', '.css', '.styl']) {
        const found = this.#resolver.resolve(name + ending, from, aliases, root);
        if (found.length > 0) return found;
      }
    return [];
  }

  /** What each platform takes for a specifier; nothing where all take the same. */
  #forPlatforms(specifier: string, from: string): readonly string[] | undefined {
    const { aliases, root, platforms } = this.#settings;
    if (!platforms || !/^[./@~#]/.test(specifier)) return undefined;
    const named = (suffix: string): readonly string[] =>
      this.#resolver.resolve(`${specifier}.${suffix}`, from, aliases, root);
    const native = named('native');
    const own = platforms.map((platform) => {
      const found = named(platform);
      return found.length > 0 || platform === 'web' ? found : native;
    });
    if (own.every((each) => each.length === 0)) return undefined;
    const plain = this.#resolver.resolve(specifier, from, aliases, root);
    return [...new Set(own.flatMap((each) => (each.length > 0 ? each : plain)))];
  }

  from(path: string): readonly Link[] {
    const known = this.#known.get(path);
    if (known) return known;
    const links: Link[] = [];
    const text = mayImport.test(path) ? (this.#tree.read(path) ?? '') : '';
    const isPage = /\.x?html?$/.test(path);
    const seen = new Set<string>();
    const isSheet = isStyle.test(path);
    for (const { text: specifier, at } of specifiersIn(text, isSheet)) {
      if (isTypeImport(text, at)) continue;
      // A page and a style sheet name files without a dot.
      const plain = isPage || isSheet ? pageSpecifier(specifier) : specifier;
      for (const target of this.resolve(plain, path)) {
        if (seen.has(target) || target === path) continue;
        seen.add(target);
        links.push({ path: target, at, later: loadsLater.test(text.slice(at, at + 40)) });
      }
    }
    for (const { files, at } of filesRead(text, path, this.#settings.root, this.#tree))
      for (const target of files)
        if (!seen.has(target)) {
          seen.add(target);
          links.push({ path: target, at, later: false, isRead: true });
        }
    if (this.implied.size > 0)
      for (const { 0: word, index } of text.matchAll(/[A-Za-z_$][\w$]*(?:-[\w$]+)*/g)) {
        const target = this.implied.get(word)?.path;
        if (target === undefined || target === path || seen.has(target)) continue;
        seen.add(target);
        links.push({ path: target, at: index, later: false });
      }
    this.#known.set(path, links);
    return links;
  }
}
