import { askersOf } from './askers.ts';
import { builders, companions } from './frameworks/index.ts';
import { Asked } from './graph/asked.ts';
import { Published } from './published.ts';
import { dependenciesOf, Packages } from './resolve/packages.ts';
import { Resolver } from './resolve/resolver.ts';
import { type Served, servedBy, servedFolders } from './served.ts';
import { informed } from './settings/variables.ts';
import type { App } from './shape.ts';
import { Side, type Surroundings } from './side.ts';
import { folderOf, type Tree, under, within } from './tree.ts';

const marks =
  /(?:^|\/)(?:package\.json|angular\.json|manifest\.json|index\.html|\.parcelrc|wrangler\.(?:toml|jsonc?)|app\.json|(?:vite|next|nuxt|svelte|astro|react-router|remix|webpack|rspack|rsbuild|rollup|rolldown|vue|gatsby|docusaurus|electron\.vite|metro|wxt|capacitor)\.config\.[cm]?[jt]s)$/;

const isPlain = ({ shape }: Side): boolean => shape.framework === 'plain HTML';

/** True where another framework builds or serves the pages of a folder. */
function holdsPages(other: Side, { shape, app }: Side): boolean {
  const entries = new Set(other.shape.client.map(({ path }) => path));
  const served = other.shape.publicFolders.map((folder) => under(other.app.folder, folder));
  return (
    shape.client.some(({ path }) => entries.has(path)) ||
    // Beside the page that a build starts from stand sources of it.
    other.shape.client.some(
      ({ path }) =>
        /\.html?$/.test(path) &&
        folderOf(path) !== other.app.folder &&
        folderOf(path) !== '' &&
        within(folderOf(path), app.folder) !== undefined,
    ) ||
    served.some((folder) => folder === app.folder || within(folder, app.folder) !== undefined)
  );
}

/** The applications of a project, each as its frameworks see it. */
export class Sides {
  readonly around: Surroundings;
  readonly published: Published;
  readonly #tree: Tree;
  #served: readonly Served[] | undefined;
  #all: readonly Side[] | undefined;

  constructor(tree: Tree) {
    const packages = new Packages(tree);
    this.#tree = tree;
    this.published = new Published(tree, packages);
    this.around = {
      tree,
      packages,
      resolver: new Resolver(tree, packages),
      asked: new Asked(() => this.all().flatMap(askersOf)),
    };
  }

  /** What puts a file on the web as it is, whatever builds it. */
  servedBy(path: string): Served | undefined {
    this.#served ??= servedFolders(this.#tree);
    return servedBy(path, this.#served);
  }

  all(): readonly Side[] {
    this.#all ??= this.#find();
    return this.#all;
  }

  #find(): Side[] {
    const folders = new Set(
      this.#tree.files.filter((path) => marks.test(path) && !path.includes('node_modules/')).map(folderOf),
    );
    const sides = [...folders].sort((a, b) => b.length - a.length).flatMap((folder) => this.#sidesAt(folder));
    return sides.filter((side) => !isPlain(side) || !sides.some((other) => !isPlain(other) && holdsPages(other, side)));
  }

  #sidesAt(folder: string): Side[] {
    const own = this.around.packages.of(folder === '' ? 'x' : `${folder}/x`);
    const app: App = {
      folder,
      tree: this.#tree,
      // A folder without a package of its own is told by its files: what its package depends on is another's too.
      dependencies: own?.folder === folder ? dependenciesOf(own.json) : new Set(),
      ...(own ? { package: own } : {}),
    };
    const builder = builders.find((framework) => framework.detect(app));
    const others = companions.filter((framework) => framework.detect(app));
    const built = builder?.describe(app);
    const started = new Set(built?.client.map(({ path }) => path));
    const shapes = [
      ...(built ? [built] : []),
      // What the browser's code starts from is none of a server's beside it.
      ...others
        .map((framework) => framework.describe(app))
        .map((shape) => ({ ...shape, server: shape.server.filter(({ path }) => !started.has(path)) })),
    ];
    return shapes
      .map((shape) => new Side(app, informed(app, shape), this.around))
      .filter(
        ({ shape }) =>
          shape.client.length + shape.server.length + (shape.shipped?.length ?? 0) + shape.publicFolders.length > 0,
      );
  }

  /** The sides that may take in a file: those around it, and those of packages that depend on its package. */
  about(path: string): Side[] {
    return this.all().filter(({ app }) => within(app.folder, path) !== undefined || this.#dependsOn(app, path));
  }

  #dependsOn(app: App, path: string): boolean {
    const own = this.around.packages.of(path);
    if (!own || own.folder === app.folder || own === app.package) return own !== undefined && own === app.package;
    if (own.name === undefined) return true;
    const seen = new Set<string>();
    const names = [...app.dependencies];
    for (const name of names) {
      if (name === own.name) return true;
      if (seen.has(name)) continue;
      seen.add(name);
      const next = this.around.packages.named(name);
      if (next) names.push(...dependenciesOf(next.json));
    }
    return this.around.resolver.configs
      .of(`${app.folder === '' ? '' : `${app.folder}/`}x.ts`)
      .aliases.some(({ targets }) => targets.some((target) => within(own.folder, target) !== undefined));
  }
}
