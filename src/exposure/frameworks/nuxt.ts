import { constantsOf } from '../settings/constants.ts';
import type { App, Framework, Implied } from '../shape.ts';
import { type Tree, under, within } from '../tree.ts';
import {
  aliasesIn,
  balancedEnd,
  configText,
  entriesOf,
  existing,
  filesOf,
  folderAlias,
  inApp,
  isProgramPath,
  optionText,
  shape,
  uses,
  viteOf,
} from './kit.ts';

/** Nuxt 3 and 4. Components, composables and utilities are there without an import. Source: its documentation, builds of 4. */
export const nuxt: Framework = {
  name: 'Nuxt',
  detect: (app) => uses(app, 'nuxt', 'nuxt3', 'nuxt-nightly'),
  describe: (app) => {
    const config = configText(app, 'nuxt.config');
    const base = (
      optionText(config, 'srcDir') ??
      (existing(app, 'app/app.vue').length + filesOf(app, 'app/pages', /./).length > 0 ? 'app' : '')
    ).replace(/^\.?\/|\/$/g, '');
    const inside: App = { ...app, folder: under(app.folder, base) };
    const vue = /\.vue$/;
    const started = [
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
      ...filesOf(inside, 'layouts', vue),
      ...filesOf(inside, 'plugins', /^[^/]+(?:\/index)?\.[cm]?[jt]s$/),
      ...filesOf(inside, 'middleware', isProgramPath),
      ...listed(config, 'css').flatMap((name) => existing(inside, name)),
    ];
    const isServer = (path: string): boolean => {
      const inner = inApp(app, path);
      return /^(?:src\/)?server\//.test(inner) || /\.server\.(?:vue|[cm]?[jt]s)$/.test(inner);
    };
    const client = started.filter((path) => !isServer(path));
    const vite = viteOf(app, { nuxt: 5 });
    return shape({
      framework: 'Nuxt',
      bundler: {
        ...vite,
        dropsTags: ['DevOnly', 'dev-only'],
        known: {
          ...vite.known,
          ...constantsOf(app),
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
        [...started, ...filesOf(app, 'server', isProgramPath), ...filesOf(app, 'src/server', isProgramPath)],
        'runs on the server',
      ),
      publicFolders: [
        'public',
        under(base, 'public'),
        ...(uses(app, 'nuxt') && base === '' ? ['static'] : []),
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
      ],
      prefixes: ['NUXT_PUBLIC_', 'VITE_'],
      boundary: (path) => (isServer(path) ? 'server' : undefined),
      handing: (path) => {
        const address = addressOf(inApp(app, path));
        if (address !== undefined) return { returns: ['default'], markup: false, errors: true, asked: address };
        // What runs on both sides keeps in the page what the server found.
        const isComponent = vue.test(path);
        const isStarted = isComponent || /(?:^|\/)plugins\//.test(path) || !isServer(path);
        const markup = isComponent && (isServer(path) || 'computed');
        return isStarted ? { returns: [], markup, answers: true } : undefined;
      },
      implied: impliedIn(inside, app, config),
    });
  },
};

/** The address that a file of the server answers. */
const addressOf = (path: string): string | undefined => {
  const [, kind, name = ''] =
    /^(?:src\/)?server\/(api|routes)\/(.+?)(?:\.(?:get|head|post|put|patch|delete|options))?(?:\.(?:dev|prod))?\.[cm]?[jt]s$/.exec(
      path,
    ) ?? [];
  if (kind === undefined) return undefined;
  return `${kind === 'api' ? '/api/' : '/'}${name.replace(/(?:^|\/)index$/, '')}`;
};

/** Folders and files that a list of the configuration names, within the folder of the sources. */
function listed(config: string, option: string): string[] {
  const at = config.search(new RegExp(`\\b${option}\\s*:\\s*\\[`));
  if (at < 0) return [];
  const open = config.indexOf('[', at);
  return [...config.slice(open, balancedEnd(config, open)).matchAll(/['"`](?:~|@|\.)?\/?([\w./-]{1,200})['"`]/g)].map(
    (match) => (match[1] as string).replace(/\/(?:\*\*|$)/, ''),
  );
}

/** What Nuxt imports by name. */
function impliedIn(inside: App, app: App, config: string): ReadonlyMap<string, Implied> {
  const found = new Map<string, Implied>();
  for (const folder of new Set(['components', ...listed(config, 'components')])) {
    const base = under(inside.folder, folder);
    for (const path of filesOf(inside, folder, /\.(?:vue|[jt]sx)$/)) {
      const inner = within(base, path) ?? path;
      // Without the prefix of its folders a component has the name of its file.
      for (const name of [componentName(inner), componentName(inner.split('/').at(-1) ?? inner)])
        for (const each of [name, `Lazy${name}`, kebab(name), `lazy-${kebab(name)}`])
          if (!found.has(each)) found.set(each, { path, exported: 'default' });
    }
  }
  const named = [
    ...filesOf(inside, 'composables', /^[^/]+(?:\/index)?\.[cm]?[jt]s$/),
    ...filesOf(inside, 'utils', /^[^/]+(?:\/index)?\.[cm]?[jt]s$/),
    ...listed(config, 'dirs').flatMap((folder) => filesOf(inside, folder, isProgramPath)),
    ...(uses(app, '@pinia/nuxt') ? filesOf(inside, 'stores', isProgramPath) : []),
    ...filesOf(app, 'shared/utils', /^[^/]+\.[cm]?[jt]s$/),
    ...filesOf(app, 'server/utils', isProgramPath),
  ];
  for (const path of named) {
    for (const name of exportsOf(path, app.tree)) if (!found.has(name)) found.set(name, { path, exported: name });
    const file = (path.split('/').at(-1) ?? '').replace(/\.\w+$/, '');
    const own = camel(file === 'index' ? (path.split('/').at(-2) ?? '') : file);
    const isOffered = /\bexport\s+default\b|\bas\s+default\b/.test(app.tree.read(path) ?? '');
    if (isOffered && !found.has(own)) found.set(own, { path, exported: 'default' });
  }
  return found;
}

/** The names a text exports, as far as a look tells. */
export function exportsOf(path: string, tree: Tree): string[] {
  const text = tree.read(path) ?? '';
  const declared = [
    ...text.matchAll(
      /\bexport\s+(?:declare\s+)?(?:async\s+)?(?:const|let|var|function\*?|class|enum)\s+([A-Za-z_$][\w$]*)/g,
    ),
  ].map((match) => match[1] as string);
  const listed = [...text.matchAll(/\bexport\s*\{([^{}]*)\}/g)].flatMap((match) =>
    (match[1] as string).split(',').map(
      (each) =>
        each
          .trim()
          .split(/(?<!\s)\s+as\s+/)
          .at(-1) ?? '',
    ),
  );
  return [...declared, ...listed].filter((name) => name !== '' && name !== 'default');
}

const camel = (text: string): string => text.replace(/[-_.](\w)/g, (_, letter: string) => letter.toUpperCase());
const pascal = (text: string): string => camel(text).replace(/^\w/, (letter) => letter.toUpperCase());
const kebab = (text: string): string => text.replace(/(?<=[a-z0-9])(?=[A-Z])/g, '-').toLowerCase();

/** `base/BaseButton.vue` and `base/Button.vue` are both BaseButton. */
function componentName(inner: string): string {
  const parts = inner
    .replace(/(?:\.(?:client|server|global))?\.\w+$/, '')
    .split('/')
    .filter((part) => part !== 'index')
    .map(pascal);
  return parts.reduce((name, part) => (part.startsWith(name) ? part : name + part), '');
}
