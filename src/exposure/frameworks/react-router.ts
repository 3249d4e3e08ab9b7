import { readSettings, type Setting } from '../../syntax/outline/index.ts';
import { globPattern } from '../resolve/glob.ts';
import { partsOf } from '../settings/parts.ts';
import type { App, Framework } from '../shape.ts';
import { under } from '../tree.ts';
import {
  aliasesIn,
  balancedEnd,
  configFile,
  configText,
  entriesOf,
  filesNamedIn,
  filesOf,
  folderAlias,
  inApp,
  moduleNamed,
  optionText,
  shape,
  uses,
  viteOf,
} from './kit.ts';
import { vitePrefixes } from './vite.ts';

const serverExports = [
  'loader',
  'action',
  'headers',
  'middleware',
  'unstable_middleware',
  'ServerComponent',
  'ServerErrorBoundary',
  'ServerLayout',
  'ServerHydrateFallback',
];

/** What the build takes of a route for browsers. */
const clientExports = [
  'default',
  'clientLoader',
  'clientAction',
  'clientMiddleware',
  'unstable_clientMiddleware',
  'ErrorBoundary',
  'CatchBoundary',
  'HydrateFallback',
  'Layout',
  'handle',
  'links',
  'meta',
  'shouldRevalidate',
];

/** What the table of routes puts before those that stand within others: `prefix('a', […])`, `route('a', file, […])`. */
function outerParts(table: string, at: number): string[] {
  const groups = table.matchAll(/\b(?:prefix|route)\(\s*['"]([^'"\n]{1,200})['"]/g);
  return [...groups].flatMap(({ 0: whole, 1: name = '', index }) => {
    const open = index + whole.indexOf('(');
    return index < at && balancedEnd(table, open) > at ? name.split('/') : [];
  });
}

/** The address of a route, as the table of routes says or the name of its file. */
function addressOf(path: string, inside: App, table: string): string {
  const inner = inApp(inside, path);
  const told = [...table.matchAll(/\broute\(\s*['"]([^'"\n]{1,200})['"]\s*,\s*['"](?:\.\/)?([^'"\n]{1,200})['"]/g)];
  const own = told.find(([, , file]) => file === inner);
  const name = inner.replace(/^routes\//, '').replace(/(?:\/route|\/index)?\.\w+$/, '');
  const parts = own
    ? [...outerParts(table, own.index), ...(own[1] as string).split('/')]
    : name.split(/(?<!\[)\.(?!\])/).filter((part) => !part.startsWith('_'));
  return `/${parts.map((part) => part.replace(/^[:$](.*)$/, '[$1]').replace(/\[\.\]|^\[([^[\]]{0,80}\.[^[\]]{0,80})\]$/, '.$1')).join('/')}`;
}

/** The texts of a table of routes that users' builds take: what stands in a branch for development is none. */
function takenIn(inside: App, table: string): string {
  const path = configFile(inside, 'routes') ?? 'routes.ts';
  const settings = readSettings(table, path, {
    'process.env.NODE_ENV': 'production',
    'import.meta.env.DEV': false,
    'import.meta.env.PROD': true,
  });
  if (!settings) return table;
  const texts: string[] = [];
  const visit = (setting: Setting, depth = 0): void => {
    if (setting.kind === 'text') texts.push(`'${setting.text}'`);
    if (depth < 40) for (const inner of partsOf(setting)) visit(inner, depth + 1);
  };
  for (const setting of [...[...settings.declared.values()].flat(), ...settings.exported.values(), ...settings.calls])
    visit(setting);
  return texts.join(' ');
}

/** The routes that files stand for by their names, without those that are told to be none. */
function flatRoutes(inside: App, text: string): string[] {
  const list = /\bignoredRouteFiles\s*:\s*\[([^[\]]{0,1000})\]/.exec(text)?.[1] ?? '';
  const ignored = [...list.matchAll(/['"`]([^'"`\n]{1,200})['"`]/g)].map(([, glob = '']) => globPattern(glob));
  const folder = (optionText(text, 'rootDirectory') ?? 'routes').replace(/^\.?\//, '');
  return filesOf(inside, folder, /^[^/]+\.(?:[jt]sx?|mdx?)$|(?:^|\/)(?:route|index)\.[jt]sx?$/).filter((path) => {
    const inner = inApp(inside, path);
    const own = inner.slice(folder.length + 1);
    return !ignored.some((pattern) => pattern.test(inner) || pattern.test(own));
  });
}

/** React Router as a framework, and Remix before it. Source: its documentation on route modules, builds of 8.4. */
export const reactRouter: Framework = {
  name: 'React Router',
  detect: (app) =>
    uses(app, '@react-router/dev', '@remix-run/dev', '@remix-run/react') ||
    configFile(app, 'react-router.config', 'remix.config') !== undefined,
  describe: (app) => {
    const config = configText(app, 'react-router.config', 'remix.config') + configText(app, 'vite.config');
    const folder = optionText(config, 'appDirectory') ?? 'app';
    const inside = { ...app, folder: under(app.folder, folder) };
    const table = configText(inside, 'routes');
    const named = table === '' ? [] : filesNamedIn(inside, takenIn(inside, table), /\.(?:[cm]?[jt]sx?|mdx?)$/);
    const flat = table === '' || /flatRoutes|fs-routes/.test(table) ? flatRoutes(inside, table + config) : [];
    const routes = new Set([...moduleNamed(inside, 'root'), ...named, ...flat]);
    return shape({
      framework: 'React Router',
      bundler: viteOf(app),
      client: [
        ...entriesOf([...routes], 'a route, which runs in browsers too').map((entry) => ({
          ...entry,
          names: clientExports,
        })),
        ...entriesOf(moduleNamed(inside, 'entry.client'), 'starts the page in the browser'),
      ],
      server: [
        ...entriesOf([...routes], 'a route'),
        ...entriesOf(
          [...moduleNamed(inside, 'entry.server'), ...moduleNamed(app, 'server', 'server/index', 'server/app')],
          'runs on the server',
        ),
      ],
      publicFolders: ['public', 'build/client', 'public/build'],
      aliases: [...aliasesIn(app, config), ...folderAlias('~', under(app.folder, folder))],
      prefixes: vitePrefixes(config),
      boundary: (path, directives) =>
        /\.server(?:\.[cm]?[jt]sx?$|\/)|(?:^|\/)\.server\//.test(inApp(app, path)) || directives.includes('use server')
          ? 'server'
          : undefined,
      stripped: (path) => (routes.has(path) ? serverExports : []),
      // A route without a component is an address of its own, which no page takes in.
      handing: (path) =>
        !routes.has(path)
          ? /\.[jt]sx$/.test(path)
            ? { returns: [], markup: true, errors: true }
            : /\.[cm]?[jt]s$/.test(path)
              ? { returns: [], markup: false, errors: true }
              : undefined
          : /\bexport\s+default\b|\bas\s+default\b/.test(app.tree.read(path) ?? '')
            ? { returns: ['loader', 'action'], markup: true, errors: true }
            : { returns: ['loader', 'action'], markup: false, errors: true, asked: addressOf(path, inside, table) },
    });
  },
};
