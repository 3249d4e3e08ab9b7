import { layersOf } from '../settings/layers.ts';
import type { App, Framework, Implied } from '../shape.ts';
import { under, within } from '../tree.ts';
import {
  aliasesIn,
  configText,
  entriesOf,
  existing,
  filesOf,
  folderAlias,
  isProgramPath,
  optionText,
  shape,
  uses,
  viteOf,
} from './kit.ts';
import { addImplied, listed } from './nuxt-names.ts';

/** The application itself, or a layer of it. */
interface Layer {
  /** The folder that its configuration lies in. */
  readonly app: App;
  /** The folder of its sources. */
  readonly inside: App;
  readonly config: string;
}

function layerIn(app: App): Layer {
  const config = configText(app, 'nuxt.config');
  const base = (
    optionText(config, 'srcDir') ??
    (existing(app, 'app/app.vue').length +
      filesOf(app, 'app', /^(?:pages|components|composables|layouts|plugins|middleware|utils)\//).length >
    0
      ? 'app'
      : '')
  ).replace(/^\.?\/|\/$/g, '');
  return { app, inside: { ...app, folder: under(app.folder, base) }, config };
}

/** What every page of Nuxt starts from. A name that starts with a dash is left out. */
const startedIn = ({ app, inside, config }: Layer): string[] =>
  [
    ...existing(
      inside,
      'app.vue',
      'error.vue',
      'app.config.ts',
      'app.config.js',
      'router.options.ts',
      'app/router.options.ts',
    ),
    ...filesOf(inside, 'pages', /\.(?:vue|[cm]?[jt]sx?)$/),
    ...filesOf(inside, 'layouts', /\.vue$/),
    ...filesOf(inside, 'plugins', /^[^/]+(?:\/index)?\.[cm]?[jt]s$/),
    ...listed(config, 'plugins').flatMap((name) =>
      existing(inside, ...['', '.ts', '.js', '.mjs'].map((ending) => name + ending)),
    ),
    // What a module of the project adds lies in a folder of its own.
    ...filesOf(app, 'modules', /(?:^|\/)runtime\/(?:plugins\/[^/]+|plugin(?:\.client|\.server)?)\.[cm]?[jt]s$/),
    ...filesOf(inside, 'middleware', isProgramPath),
    ...listed(config, 'css').flatMap((name) => existing(inside, name)),
  ].filter((path) => !/(?:^|\/)-[^/]*$/.test(path));

/** Nuxt 3 and 4. Components, composables and utilities are there without an import. Source: its documentation, builds of 4. */
export const nuxt: Framework = {
  name: 'Nuxt',
  detect: (app) => uses(app, 'nuxt', 'nuxt3', 'nuxt-nightly'),
  describe: (app) => {
    const own = layerIn(app);
    const { config, inside } = own;
    const layers = [own, ...layersOf(app).map((folder) => layerIn({ ...app, folder }))];
    const started = [...new Set(layers.flatMap(startedIn))];
    /** The path within the layer that it belongs to. */
    const innerOf = (path: string): string =>
      layers
        .map(({ app: { folder } }) => within(folder, path) ?? path)
        .reduce((shortest, each) => (each.length < shortest.length ? each : shortest));
    const isServer = (path: string): boolean => {
      const inner = innerOf(path);
      return /^(?:src\/)?server\//.test(inner) || /\.server\.(?:vue|[cm]?[jt]s)$/.test(inner);
    };
    const client = started.filter((path) => !isServer(path));
    const vite = viteOf(app, { nuxt: 5 });
    const implied = new Map<string, Implied>();
    for (const layer of layers) addImplied(implied, layer.inside, layer.app, layer.config);
    return shape({
      framework: 'Nuxt',
      bundler: {
        ...vite,
        dropsTags: ['DevOnly', 'dev-only'],
        known: {
          ...vite.known,
          'import.meta.server': false,
          'import.meta.client': true,
          'process.server': false,
          'process.client': true,
          'import.meta.dev': false,
          'process.dev': false,
        },
      },
      client: entriesOf(client, 'part of every page of Nuxt'),
      server: entriesOf(
        [
          ...started,
          ...layers.flatMap((layer) => filesOf(layer.app, 'server', isProgramPath)),
          ...filesOf(app, 'src/server', isProgramPath),
        ],
        'runs on the server',
      ),
      publicFolders: [
        ...layers.flatMap((layer) => foldersOf(layer, app)),
        ...(uses(app, 'nuxt') && inside.folder === app.folder ? ['static'] : []),
        '.output/public',
        'dist',
      ],
      aliases: [
        ...aliasesIn(app, config),
        ...folderAlias('~~', app.folder),
        ...folderAlias('@@', app.folder),
        ...folderAlias('~', inside.folder),
        ...folderAlias('@', inside.folder),
        ...folderAlias('#shared', under(app.folder, 'shared')),
        ...layers
          .slice(1)
          .flatMap((layer) => folderAlias(`#layers/${layer.app.folder.split('/').at(-1) ?? ''}`, layer.inside.folder)),
      ],
      prefixes: ['NUXT_PUBLIC_', 'VITE_'],
      boundary: (path) => (isServer(path) ? 'server' : undefined),
      handing: (path) => {
        const address = addressOf(innerOf(path));
        if (address !== undefined) return { returns: ['default'], markup: false, errors: true, asked: address };
        // What runs on both sides keeps in the page what the server found.
        const isComponent = path.endsWith('.vue');
        const isStarted = isComponent || /(?:^|\/)plugins\//.test(path) || !isServer(path);
        const markup = isComponent && (isServer(path) || 'computed');
        return isStarted ? { returns: [], markup, answers: true } : undefined;
      },
      implied,
    });
  },
};

/** The folders of a layer that are served as they are, from the application. */
const foldersOf = ({ app: { folder }, inside }: Layer, { folder: top }: App): string[] =>
  [folder, inside.folder].flatMap((each) => {
    const place = under(each, 'public');
    return within(top, place) ?? [];
  });

/** The address that a file of the server answers. */
const addressOf = (path: string): string | undefined => {
  const [, kind, name = ''] =
    /^(?:src\/)?server\/(api|routes)\/(.+?)(?:\.(?:get|head|post|put|patch|delete|options))?(?:\.(?:dev|prod))?\.[cm]?[jt]s$/.exec(
      path,
    ) ?? [];
  if (kind === undefined) return undefined;
  return `${kind === 'api' ? '/api/' : '/'}${name.replace(/(?:^|\/)index$/, '')}`;
};
