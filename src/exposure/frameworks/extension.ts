import { buildsOf, copiedBy, templatesOf } from '../settings/builds.ts';
import { filledPrefixes } from '../settings/filled.ts';
import type { App, Bundler, Framework, Implied } from '../shape.ts';
import { isObject, type Json, under } from '../tree.ts';
import {
  bundlers,
  configFile,
  configText,
  entriesOf,
  existing,
  filesOf,
  folderAlias,
  isProgramPath,
  moduleNamed,
  optionText,
  scriptLines,
  shape,
  uses,
  viteOf,
} from './kit.ts';
import { exportsOf } from './nuxt-names.ts';

/** Every text of a manifest that may name a file. */
function namesIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (Array.isArray(value)) return value.flatMap(namesIn);
  return isObject(value) ? Object.values(value).flatMap(namesIn) : [];
}

const manifests = [
  'manifest.json',
  'src/manifest.json',
  'public/manifest.json',
  'extension/manifest.json',
  'app/manifest.json',
];
const manifestOf = (app: App): { readonly path: string; readonly json: Json } | undefined =>
  existing(app, ...manifests)
    .map((path) => ({ path, json: app.tree.json(path) ?? {} }))
    .find(({ json }) => 'manifest_version' in json);

/** What WXT imports by name: what these folders of the sources offer. */
function impliedByWxt(app: App): ReadonlyMap<string, Implied> {
  const found = new Map<string, Implied>();
  const base = optionText(configText(app, 'wxt.config'), 'srcDir') ?? '';
  for (const folder of ['components', 'composables', 'hooks', 'utils'])
    for (const path of filesOf(app, under(base, folder), isProgramPath))
      for (const name of exportsOf(path, app.tree)) if (!found.has(name)) found.set(name, { path, exported: name });
  return found;
}

/** What puts an extension together; nothing where its files are installed as they are. */
function bundlerOf(app: App): Bundler {
  if (uses(app, 'wxt', 'plasmo', 'vite', '@crxjs/vite-plugin')) return viteOf(app);
  if (configFile(app, 'rspack.config', 'rsbuild.config') !== undefined) return bundlers.rsbuild;
  if (uses(app, 'webpack')) return bundlers.webpack;
  if (uses(app, 'parcel')) return bundlers.parcel;
  if (configFile(app, 'rollup.config', 'rolldown.config') !== undefined) return bundlers.rollup;
  return uses(app, 'esbuild') ? bundlers.esbuild : bundlers.none;
}

/** What WXT tells the code of an application that no command builds for another browser. */
const forChrome = {
  'import.meta.env.BROWSER': 'chrome',
  'import.meta.env.CHROME': true,
  'import.meta.env.FIREFOX': false,
  'import.meta.env.SAFARI': false,
  'import.meta.env.EDGE': false,
  'import.meta.env.OPERA': false,
} as const;

/** True where every build is one for Chrome, which WXT takes when it is told nothing. */
const isForChrome = (app: App): boolean =>
  uses(app, 'wxt') &&
  !scriptLines(app).some((line) => /\bwxt\b/.test(line) && /\s-b\b|--browser\b/.test(line)) &&
  !/\b(?:browser|targetBrowsers)\s*:/.test(configText(app, 'wxt.config')) &&
  !app.tree.files.some(
    (path) => /^\.github\/workflows\//.test(path) && /(?:\s-b|--browser)\s/.test(app.tree.read(path) ?? ''),
  );

/** Browser extensions by their manifest, WXT and Plasmo. Everything in them can be read by who installs them. */
export const extension: Framework = {
  name: 'browser extension',
  detect: (app) =>
    uses(app, 'wxt', 'plasmo', '@crxjs/vite-plugin') ||
    manifestOf(app) !== undefined ||
    /manifest_version/.test(configText(app, 'manifest.config', 'src/manifest')),
  describe: (app) => {
    const manifest = manifestOf(app);
    const base = manifest ? manifest.path.replace(/\/?manifest\.json$/, '') : app.folder;
    const named = manifest
      ? namesIn(manifest.json)
          .flatMap((name) => [under(base, name), under(app.folder, name), under(app.folder, `src/${name}`)])
          .filter((path) => app.tree.has(path) && /\.(?:html|[cm]?[jt]sx?|css)$/.test(path))
      : [];
    const built = manifest
      ? namesIn(manifest.json)
          .filter((name) => /\.js$/.test(name))
          .flatMap((name) => moduleNamed(app, `src/${name.replace(/\.js$/, '')}`, name.replace(/\.js$/, '')))
      : [];
    const wxt = filesOf(app, 'entrypoints', /^[^/]+(?:\.[jt]sx?|\/index\.(?:html|[jt]sx?))$|\.html$/).concat(
      filesOf(app, 'src/entrypoints', /^[^/]+(?:\.[jt]sx?|\/index\.(?:html|[jt]sx?))$|\.html$/),
    );
    const plasmo = uses(app, 'plasmo')
      ? [
          ...moduleNamed(
            app,
            'popup',
            'options',
            'background',
            'background/index',
            'content',
            'newtab',
            'sidepanel',
            'src/popup',
            'src/options',
            'src/background',
            'src/background/index',
            'src/content',
            'src/newtab',
          ),
          ...filesOf(app, 'contents', isProgramPath),
          ...filesOf(app, 'src/contents', isProgramPath),
          ...filesOf(app, 'tabs', isProgramPath),
        ]
      : [];
    const bundled = bundlerOf(app);
    const builds = buildsOf(app).flatMap(({ entries, forNode }) => (forNode ? [] : entries));
    return shape({
      ...(uses(app, 'wxt') ? { implied: impliedByWxt(app) } : {}),
      framework: 'browser extension',
      bundler: isForChrome(app) ? { ...bundled, known: { ...bundled.known, ...forChrome } } : bundled,
      // The manifest is in the extension, whatever builds it.
      copied: new Set([...copiedBy(app), ...(manifest ? [manifest.path] : [])]),
      client: entriesOf(
        [...new Set([...named, ...built, ...wxt, ...plasmo, ...builds, ...templatesOf(app)])],
        'is in the extension that users install',
      ),
      publicFolders: [
        'public',
        ...(bundled === bundlers.none && manifest
          ? [base === app.folder ? '' : base.slice(app.folder.length).replace(/^\//, '')].filter(
              (folder) => folder !== '',
            )
          : []),
        'dist',
        'build',
        '.output',
      ],
      prefixes: ['WXT_', 'VITE_', 'PLASMO_PUBLIC_', ...filledPrefixes(app)],
      aliases: [
        ...folderAlias(
          '@',
          uses(app, 'wxt')
            ? under(app.folder, optionText(configText(app, 'wxt.config'), 'srcDir') ?? '')
            : under(app.folder, 'src'),
        ),
        ...folderAlias('~', app.folder),
      ],
    });
  },
};
