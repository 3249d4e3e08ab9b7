import { type Constant, constantIn } from '../../syntax/outline/index.ts';
import type { Bundler } from '../shape.ts';
import type { Tree } from '../tree.ts';
import type { Links } from './links.ts';

type Found = { readonly value: Constant } | undefined;

/** The values of constants that modules import from each other, read where a condition asks for them. */
export class Constants {
  readonly #tree: Tree;
  readonly #links: Links;
  readonly #bundler: Bundler;
  readonly #isAlone: (path: string) => boolean;
  readonly #known = new Map<string, Found>();

  constructor(tree: Tree, links: Links, bundler: Bundler, isAlone: (path: string) => boolean) {
    this.#tree = tree;
    this.#links = links;
    this.#bundler = bundler;
    this.#isAlone = isAlone;
  }

  /** What a name stands for that is imported; nothing where the bundler does not see that. */
  valueOf(from: string, specifier: string, name: string, member?: string): Found {
    // A module that stands for the variables of a build.
    const variable = `import.meta.env.${name}`;
    if (/^(?:\$env\/static\/public|astro:env\/client)$/.test(specifier))
      return Object.hasOwn(this.#bundler.known, variable) ? { value: this.#bundler.known[variable] } : undefined;
    const [target] = this.#links.resolve(specifier, from);
    if (target === undefined || (member !== undefined && this.#bundler.shakesMembers === 'nowhere')) return undefined;
    const key = `${target}\n${name}\n${member ?? ''}`;
    if (!this.#known.has(key)) {
      this.#known.set(key, undefined);
      this.#known.set(key, this.#read(target, name, member));
    }
    return this.#known.get(key);
  }

  #read(path: string, name: string, member: string | undefined): Found {
    const extent = member === undefined ? this.#bundler.foldsImports : this.#bundler.shakesMembers;
    if (extent === 'in one chunk' && !this.#isAlone(path)) return undefined;
    if (!/\.[cm]?[jt]sx?$/.test(path)) return undefined;
    const text = this.#tree.read(path) ?? '';
    // What a module works out when it starts is not carried over.
    return isWritten(text, name) ? constantIn(text, path, this.#bundler, name, member) : undefined;
  }
}

/** True where a constant is exported under its own name, and written as a value. */
const isWritten = (text: string, name: string): boolean =>
  new RegExp(`\\bexport\\s+const\\s+${name.replaceAll('$', '\\$')}\\b[^=;\\n]{0,200}=\\s*(?!typeof|\\s)`).test(text);
