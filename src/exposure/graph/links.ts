import type { Resolver } from '../resolve/resolver.ts';
import type { Alias } from '../resolve/tsconfig.ts';
import type { Implied } from '../shape.ts';
import type { Tree } from '../tree.ts';
import { pageSpecifier } from './read-module.ts';
import { isTypeImport, specifiersIn } from './specifiers.ts';

/** Where a file's imports lead, found without reading it as a program. */
export interface Link {
  readonly path: string;
  /** UTF-16 units. */
  readonly at: number;
}

const mayImport = /\.(?:[cm]?[jt]sx?|vue|svelte|astro|mdx?|x?html?|s?css|less|sass|styl)$/i;

/** Imports of files, each file read once. */
export class Links {
  readonly #tree: Tree;
  readonly #resolver: Resolver;
  readonly #aliases: readonly Alias[];
  readonly #root: string;
  readonly implied: ReadonlyMap<string, Implied>;
  readonly #known = new Map<string, readonly Link[]>();

  /** @param root the folder that `/` stands for in imports and pages */
  constructor(
    tree: Tree,
    resolver: Resolver,
    aliases: readonly Alias[],
    root: string,
    implied?: ReadonlyMap<string, Implied>,
  ) {
    this.implied = implied ?? new Map();
    this.#tree = tree;
    this.#resolver = resolver;
    this.#aliases = aliases;
    this.#root = root;
  }

  resolve(specifier: string, from: string): readonly string[] {
    return this.#resolver.resolve(specifier, from, this.#aliases, this.#root);
  }

  from(path: string): readonly Link[] {
    const known = this.#known.get(path);
    if (known) return known;
    const links: Link[] = [];
    const text = mayImport.test(path) ? (this.#tree.read(path) ?? '') : '';
    const isPage = /\.x?html?$/.test(path);
    const seen = new Set<string>();
    for (const { text: specifier, at } of specifiersIn(text)) {
      if (isTypeImport(text, at)) continue;
      // A page and a style sheet name files without a dot.
      const plain = isPage || /css$/.test(path) ? pageSpecifier(specifier) : specifier;
      for (const target of this.resolve(plain, path)) {
        if (seen.has(target) || target === path) continue;
        seen.add(target);
        links.push({ path: target, at });
      }
    }
    if (this.implied.size > 0)
      for (const { 0: word, index } of text.matchAll(/[A-Za-z_$][\w$]*(?:-[\w$]+)*/g)) {
        const target = this.implied.get(word)?.path;
        if (target === undefined || target === path || seen.has(target)) continue;
        seen.add(target);
        links.push({ path: target, at: index });
      }
    this.#known.set(path, links);
    return links;
  }
}
