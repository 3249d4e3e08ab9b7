import type { Side } from '../side.ts';
import { namesOf } from './name-index.ts';

/** An export of a module. */
export interface Origin {
  readonly path: string;
  readonly imported: string;
}

/** Finds where the names of modules are declared that other modules offer. */
export class Origins {
  readonly #side: Side;

  constructor(side: Side) {
    this.#side = side;
  }

  /** Where the exports are declared that a name of a module stands for. */
  importsOf(path: string, local: string): Origin[] {
    const loaded = /^import\((.*)\)$/.exec(local)?.[1];
    if (loaded !== undefined)
      return this.#side.links.resolve(loaded, path).map((target) => ({ path: target, imported: '*' }));
    const outline = this.#side.outline(path);
    const names = outline && namesOf(outline);
    const found = (names?.imported.get(local) ?? []).flatMap(({ site, binding }) =>
      this.#side.links
        .resolve(site.specifier, path)
        .flatMap((target) => this.#through(target, binding.imported, new Set())),
    );
    const implied = names?.declared.has(local) || found.length > 0 ? undefined : this.#side.links.implied.get(local);
    return implied && implied.path !== path ? [{ path: implied.path, imported: implied.exported }] : found;
  }

  /** The name that an export has in its module. */
  localOf(path: string, name: string): string | undefined {
    const outline = this.#side.outline(path);
    if (!outline) return undefined;
    const { exported, declared } = namesOf(outline);
    const own = `*exports.${name}`;
    return exported.get(name)?.find(({ local }) => local !== undefined)?.local ?? (declared.has(own) ? own : undefined);
  }

  /** True for a module of CommonJS that offers one value: `module.exports = …`. */
  isWhole(path: string): boolean {
    const outline = this.#side.outline(path);
    return outline !== undefined && namesOf(outline).declared.has('*module');
  }

  /** Where an export is declared, through modules that pass it on. */
  #through(path: string, name: string, seen: Set<string>): Origin[] {
    const key = `${path}\n${name}`;
    if (seen.has(key)) return [];
    seen.add(key);
    const outline = this.#side.outline(path);
    if (!outline) return [{ path, imported: name }];
    const { exported } = namesOf(outline);
    const sites = exported.get(name) ?? (name === 'default' ? [] : (exported.get('*') ?? []));
    const further = sites.flatMap(({ from, imported, name: own }) =>
      from === undefined
        ? []
        : this.#side.links
            .resolve(from, path)
            .flatMap((target) => this.#through(target, own === '*' ? name : (imported ?? name), seen)),
    );
    return further.length > 0 ? further : [{ path, imported: name }];
  }
}
