import type { App, Entry, Framework, Shape } from '../shape.ts';
import { under } from '../tree.ts';
import {
  aliasesIn,
  balancedEnd,
  configFile,
  configText,
  entriesOf,
  existing,
  filesNamedIn,
  filesOf,
  isProgramPath,
  moduleNamed,
  optionText,
  scriptLines,
  shape,
  uses,
  viteOf,
} from './kit.ts';

const configs = ['vite.config', 'vite.renderer.config'];

/** The prefixes of variables that Vite puts into code. */
export function vitePrefixes(text: string): string[] {
  const list = /\benvPrefix\s*:\s*(\[[^[\]]*\]|['"`][^'"`]*['"`])/.exec(text)?.[1];
  return list === undefined ? ['VITE_'] : [...list.matchAll(/['"`]([^'"`]+)['"`]/g)].map((match) => match[1] as string);
}

/** Pages and scripts that a configuration of Vite or Rollup starts from. */
export function viteEntries(app: App, text: string): Entry[] {
  const root = (optionText(text, 'root') ?? '').replace(/^\.?\/|\/$/g, '');
  const pages = existing(app, root === '' ? 'index.html' : `${root}/index.html`);
  const options = text.search(/\b(?:rollupOptions|rolldownOptions)\s*:/);
  const input = options < 0 ? '' : text.slice(options, balancedEnd(text, text.indexOf('{', options)));
  const more = [
    ...filesNamedIn(app, input, /\.(?:html|[cm]?[jt]sx?)$/),
    ...(root === '' ? [] : filesNamedIn({ ...app, folder: under(app.folder, root) }, input, /\.html$/)),
  ];
  const library = text.search(/\blib\s*:\s*\{/);
  const entries =
    library < 0
      ? []
      : filesNamedIn(app, text.slice(library, balancedEnd(text, text.indexOf('{', library))), isProgramPath);
  return [
    ...entriesOf(pages, 'the page Vite builds'),
    ...entriesOf(
      more.filter((path) => !pages.includes(path)),
      'an input of the build',
    ),
    ...entriesOf(entries, 'the library that is built for browsers'),
  ];
}

export const viteShape = (app: App, text = configText(app, ...configs)): Shape => {
  const rendersOnServer = scriptLines(app).flatMap((line) =>
    [...line.matchAll(/--ssr\s+(\S+)/g)].map((match) => match[1] as string),
  );
  return shape({
    framework: 'Vite',
    bundler: viteOf(app),
    client: viteEntries(app, text),
    server: [
      ...entriesOf(existing(app, ...rendersOnServer), 'rendered by the server'),
      ...entriesOf(
        [
          ...moduleNamed(app, 'server', 'src/entry-server', 'src/server'),
          ...filesOf(app, 'server', isProgramPath),
          ...filesOf(app, 'api', isProgramPath),
        ],
        'runs on the server',
      ),
    ],
    publicFolders: [optionText(text, 'publicDir') ?? 'public', optionText(text, 'outDir') ?? 'dist'],
    aliases: aliasesIn(app, text),
    prefixes: vitePrefixes(text),
  });
};

/** Vite with React, Vue, Svelte, Solid, Preact, Lit or nothing; also its library mode. Source: its documentation, builds of 8.3. */
export const vite: Framework = {
  name: 'Vite',
  detect: (app) =>
    configFile(app, ...configs) !== undefined || (uses(app, 'vite') && existing(app, 'index.html').length > 0),
  describe: (app) => viteShape(app),
};
