import { pageComponents, templatesOf } from '../settings/builds.ts';
import type { App, Framework } from '../shape.ts';
import { isObject, textsOf, under } from '../tree.ts';
import {
  aliasesIn,
  bundlers,
  configText,
  entriesOf,
  existing,
  filesOf,
  folderAlias,
  isProgramPath,
  moduleNamed,
  shape,
  uses,
} from './kit.ts';

const server = (app: App) =>
  entriesOf(
    [
      ...moduleNamed(app, 'server', 'api/index'),
      ...filesOf(app, 'server', isProgramPath),
      ...filesOf(app, 'api', isProgramPath),
      ...filesOf(app, 'functions', isProgramPath),
      ...filesOf(app, 'netlify/functions', isProgramPath),
    ],
    'runs on the server',
  );

/** Create React App, with craco and react-app-rewired. Source: its `config/env.js` and `config/paths.js`. */
export const createReactApp: Framework = {
  name: 'Create React App',
  detect: (app) => uses(app, 'react-scripts', '@craco/craco', 'react-app-rewired'),
  describe: (app) =>
    shape({
      framework: 'Create React App',
      bundler: { ...bundlers.webpackBabel, keepsPageComments: false, shakesEntries: true },
      client: [
        ...entriesOf(moduleNamed(app, 'src/index'), 'where Create React App starts'),
        ...entriesOf(moduleNamed(app, 'src/service-worker'), 'the service worker'),
        ...entriesOf(existing(app, 'public/index.html'), 'the page'),
      ],
      server: server(app),
      publicFolders: ['public', 'build'],
      aliases: aliasesIn(app, configText(app, 'craco.config', 'config-overrides')),
      prefixes: ['REACT_APP_'],
    }),
};

/** Vue CLI. Source: `lib/util/resolveClientEnv.js` and its documentation. */
export const vueCli: Framework = {
  name: 'Vue CLI',
  detect: (app) => uses(app, '@vue/cli-service'),
  describe: (app) => {
    const text = configText(app, 'vue.config');
    const pages = [...text.matchAll(/\bentry\s*:\s*['"]([^'"]+)['"]/g)].map((match) => match[1] as string);
    const named = existing(app, ...pages.map((path) => path.replace(/^\.\//, '')));
    return shape({
      framework: 'Vue CLI',
      // Its settings of the minifier switch off what sees through objects.
      bundler: {
        ...bundlers.webpack,
        shakesMembers: 'nowhere',
        foldsTexts: 'literals',
        keepsStyleComments: false,
        keepsPageComments: false,
        shakesEntries: true,
      },
      client: [
        ...entriesOf(named.length > 0 ? named : moduleNamed(app, 'src/main'), 'where Vue CLI starts'),
        ...entriesOf([...new Set([...existing(app, 'public/index.html'), ...templatesOf(app)])], 'the page'),
      ],
      server: server(app),
      publicFolders: ['public', 'dist'],
      aliases: [...aliasesIn(app, text), ...folderAlias('@', under(app.folder, 'src'))],
      prefixes: ['VUE_APP_'],
    });
  },
};

/** Gatsby. `gatsby-node` and `gatsby-config` run when it builds. Source: its documentation. */
export const gatsby: Framework = {
  name: 'Gatsby',
  detect: (app) => uses(app, 'gatsby'),
  describe: (app) => {
    const made = pageComponents(app);
    return shape({
      framework: 'Gatsby',
      bundler: bundlers.webpackBabel,
      client: [
        ...entriesOf(filesOf(app, 'src/pages', /\.(?:[jt]sx?|mdx?)$/), 'a page of Gatsby'),
        ...entriesOf(made.length > 0 ? made : filesOf(app, 'src/templates', /\.[jt]sx?$/), 'a template of Gatsby'),
        ...entriesOf(moduleNamed(app, 'gatsby-browser'), 'runs in the browser before the page'),
        ...entriesOf(moduleNamed(app, 'gatsby-ssr'), 'writes what is around every page'),
        ...entriesOf(existing(app, 'src/html.js', 'src/html.tsx'), 'the page around every page'),
      ],
      server: entriesOf(
        [...moduleNamed(app, 'gatsby-node'), ...filesOf(app, 'src/api', isProgramPath)],
        'runs on the server or in the build',
      ),
      publicFolders: ['static', 'public'],
      prefixes: ['GATSBY_'],
      stripped: () => ['getServerData', 'config', 'Head'].slice(0, 2),
      boundary: (path) => (path.startsWith(under(app.folder, 'src/api/')) ? 'server' : undefined),
    });
  },
};

/** Angular: what `angular.json` names. Source: its workspace schema. */
export const angular: Framework = {
  name: 'Angular',
  detect: (app) =>
    existing(app, 'angular.json', 'workspace.json').length > 0 ||
    (existing(app, 'project.json').length > 0 && uses(app, '@angular/core')),
  describe: (app) => {
    const json =
      app.tree.json(under(app.folder, 'angular.json')) ?? app.tree.json(under(app.folder, 'project.json')) ?? {};
    const projects = isObject(json['projects']) ? Object.values(json['projects']).filter(isObject) : [json];
    const options = projects.flatMap(optionsOf);
    const named = (...names: readonly string[]): string[] =>
      [...new Set(options.flatMap((each) => names.flatMap((name) => namesOf(each[name]))))].flatMap((path) =>
        existing(app, path),
      );
    const assets = options.map(({ assets }) => assets).filter(Array.isArray);
    const folders = assets
      .flat()
      .flatMap((each) => (typeof each === 'string' ? [each] : isObject(each) ? textsOf(each['input']) : []));
    const replaced = new Map(
      options.flatMap(({ fileReplacements }) =>
        (Array.isArray(fileReplacements) ? fileReplacements : [])
          .filter(isObject)
          .flatMap(({ replace, with: other }) =>
            textsOf(replace).flatMap((from) =>
              textsOf(other).map((to) => [under(app.folder, from), under(app.folder, to)] as const),
            ),
          ),
      ),
    );
    return shape({
      framework: 'Angular',
      bundler: {
        ...bundlers.esbuild,
        name: 'Angular',
        known: { ...bundlers.vite.known, ngDevMode: false },
        // Its own compiler makes functions of them before.
        shakesEnums: 'const',
        keepsPageComments: 'entries',
        pure: { ...bundlers.esbuild.pure, decorators: true },
      },
      client: [
        ...entriesOf(named('browser', 'main', 'polyfills', 'scripts'), 'where Angular starts'),
        ...entriesOf(named('index'), 'the page'),
        ...entriesOf(named('styles'), 'a style of every page'),
      ],
      server: entriesOf(named('server', 'ssr'), 'runs on the server'),
      replaced,
      // Nothing is copied that is not named.
      publicFolders: [...new Set(['dist', 'www', ...(assets.length > 0 ? folders : ['public', 'src/assets'])])],
      boundary: (path) => (/\.server\.ts$|(?:^|\/)server\.ts$/.test(path) ? 'server' : undefined),
      prefixes: uses(app, '@ngx-env/builder') ? ['NG_APP_'] : [],
    });
  },
};

/** Files of an option: names, or objects that hold one. */
const namesOf = (value: unknown): string[] =>
  (Array.isArray(value) ? value : [value]).flatMap((each) =>
    textsOf(isObject(each) ? (each['input'] ?? each['entry']) : each),
  );

function optionsOf(project: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>>[] {
  const targets = [project['architect'], project['targets']].filter(isObject);
  const builds = targets
    .flatMap((table) =>
      Object.entries(table)
        .filter(([name]) => /^(?:build|server|browser)/.test(name))
        .map(([, value]) => value),
    )
    .filter(isObject);
  return builds.flatMap((build) => {
    const configurations = isObject(build['configurations'])
      ? Object.entries(build['configurations'])
          .filter(([name]) => /prod/.test(name))
          .map(([, value]) => value)
      : [];
    return [build['options'], ...configurations].filter(isObject);
  });
}
