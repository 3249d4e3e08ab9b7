import { join } from 'node:path/posix';
import { inside } from '../resolve/tsconfig.ts';
import type { Framework } from '../shape.ts';
import { textsOf, under } from '../tree.ts';
import {
  aliasesIn,
  bundlers,
  configFile,
  configText,
  entriesOf,
  existing,
  filesNamedIn,
  filesOf,
  folderAlias,
  moduleNamed,
  scriptLines,
  shape,
  uses,
  viteOf,
} from './kit.ts';
import { vitePrefixes } from './vite.ts';

/** Expo and React Native: Metro leaves nothing out. Source: Expo's documentation on environment variables. */
export const reactNative: Framework = {
  name: 'Expo',
  detect: (app) => uses(app, 'expo', 'react-native'),
  describe: (app) => {
    const main = textsOf(app.package?.json['main']).map((path) => path.replace(/^\.\//, ''));
    const isExpo = uses(app, 'expo');
    return shape({
      framework: isExpo ? 'Expo' : 'React Native',
      bundler: bundlers.metro,
      platforms: isExpo ? ['ios', 'android', 'web'] : ['ios', 'android'],
      client: [
        ...entriesOf(
          [...moduleNamed(app, 'index', 'App', 'src/App', ...main), ...existing(app, ...main)],
          'where the application starts',
        ),
        ...entriesOf(
          [
            ...filesOf(app, 'app', /^(?!.*\+api\.)(?!.*_middleware).*\.[jt]sx?$/),
            ...filesOf(app, 'src/app', /^(?!.*\+api\.).*\.[jt]sx?$/),
          ],
          'a screen of the application',
        ),
      ],
      server: entriesOf(
        [...filesOf(app, 'app', /\+api\.[jt]sx?$/), ...filesOf(app, 'src/app', /\+api\.[jt]sx?$/)],
        'an API route, which runs on the server',
      ),
      boundary: (path) => (/\+api\.[jt]sx?$/.test(path) ? 'server' : undefined),
      publicFolders: [
        'public',
        'assets',
        'dist',
        'web-build',
        'android/app/src/main/assets',
        'android/app/src/main/res',
        'ios/main.jsbundle',
      ],
      aliases: [...folderAlias('@', app.folder), ...aliasesIn(app, configText(app, 'babel.config', 'metro.config'))],
      prefixes: uses(app, 'react-native-config', 'react-native-dotenv') ? [''] : ['EXPO_PUBLIC_'],
    });
  },
};

/** electron-vite, Electron Forge and plain Electron: the renderer is a page, main and preload are in the package. */
export const electron: Framework = {
  name: 'Electron',
  detect: (app) => uses(app, 'electron', 'electron-vite', 'electron-nightly'),
  describe: (app) => {
    const text = configText(app, 'electron.vite.config', 'vite.renderer.config', 'forge.config');
    const main = textsOf(app.package?.json['main']).map((path) => path.replace(/^\.\//, ''));
    const pages = [
      ...existing(
        app,
        'src/renderer/index.html',
        'index.html',
        'renderer/index.html',
        'src/index.html',
        'app/index.html',
      ),
      ...filesOf(app, 'src/renderer', /^[^/]+\.html$/),
    ];
    // A window of Electron Forge: a page, its script, and what it is preloaded with.
    const windows = [
      ...text.matchAll(
        /\bhtml\s*:\s*['"](?:\.\/)?([^'"\n]{1,200})['"]|(preload\s*:\s*\{[^{}]{0,200}?)?\bjs\s*:\s*['"](?:\.\/)?([^'"\n]{1,200})['"]/g,
      ),
    ];
    const scripts = windows.flatMap(([, html, isPreload, js]) => (isPreload ? [] : (html ?? js ?? [])));
    const preloads = windows.flatMap(([, , isPreload, js]) => (isPreload && js ? js : []));
    const inputs = filesNamedIn(app, text, /\.html$/);
    const bundled =
      configFile(app, 'electron.vite.config', 'vite.config', 'vite.renderer.config', 'webpack.config') !== undefined ||
      uses(app, 'vite', 'webpack');
    return shape({
      framework: 'Electron',
      bundler: bundled ? viteOf(app) : bundlers.none,
      client: [
        ...entriesOf([...new Set([...pages, ...inputs, ...existing(app, ...scripts)])], 'a page of the application'),
        ...entriesOf(
          pages.length > 0
            ? []
            : moduleNamed(app, 'src/renderer/index', 'src/renderer/main', 'src/renderer', 'src/renderer/src/main'),
          'a page of the application',
        ),
      ],
      shipped: entriesOf(
        [
          ...new Set([
            ...existing(app, ...main, ...preloads),
            ...moduleNamed(
              app,
              'src/main/index',
              'src/main',
              'src/main/main',
              'main',
              'electron/main',
              'src/preload/index',
              'src/preload',
              'preload',
              'electron/preload',
              'electron/index',
            ),
          ]),
        ],
        'is in the package that every user gets',
      ),
      publicFolders: ['public', 'src/renderer/public', 'resources', 'out', 'release', 'dist'],
      aliases: [
        ...aliasesIn(app, text),
        ...folderAlias('@renderer', under(app.folder, 'src/renderer/src')),
        ...folderAlias('@', under(app.folder, 'src/renderer/src')),
      ],
      prefixes: vitePrefixes(text).concat('RENDERER_VITE_', 'MAIN_VITE_', 'PRELOAD_VITE_'),
    });
  },
};

/** Capacitor, Ionic and Cordova: the web folder is copied into the application. */
export const webFolder: Framework = {
  name: 'Capacitor',
  detect: (app) =>
    uses(app, '@capacitor/core', '@capacitor/cli', 'cordova', 'cordova-android', 'cordova-ios') ||
    existing(app, 'config.xml').length > 0,
  describe: (app) => {
    const folder = /\bwebDir["']?\s*:\s*["']([^"']+)["']/.exec(
      configText(app, 'capacitor.config') + (app.tree.read(under(app.folder, 'capacitor.config.json')) ?? ''),
    )?.[1];
    return shape({
      framework: 'Capacitor',
      bundler: bundlers.none,
      client: entriesOf(existing(app, 'www/index.html'), 'the page of the application'),
      publicFolders: [
        'www',
        folder ?? 'www',
        'android/app/src/main/assets',
        'android/app/src/main/res',
        'ios/App/App/public',
      ],
    });
  },
};

/** Storybook. Where a project has no application of its own, what it builds is what is published. */
export const storybook: Framework = {
  name: 'Storybook',
  detect: (app) => configFile(app, '.storybook/main') !== undefined,
  describe: (app) => {
    const text = configText(app, '.storybook/main');
    const isAll = existing(app, 'index.html').length === 0 && !uses(app, ...applications);
    const stories = /\.(?:stories|story)\.[cm]?[jt]sx?$|\.mdx$/;
    const listed = (app.folder === '' ? app.tree.files : app.tree.below(app.folder)).filter(
      (path) => stories.test(path) && !path.includes('node_modules/'),
    );
    const folders = [...text.matchAll(/\bstaticDirs\s*:\s*\[([^[\]]{0,400})\]/g)].flatMap(([, list = '']) =>
      [...list.matchAll(/['"`]([^'"`]{1,200})['"`]/g)].map((match) => inside(join('.storybook', match[1] as string))),
    );
    return shape({
      framework: 'Storybook',
      bundler: /-vite\b/.test(text) ? viteOf(app) : bundlers.webpackBabel,
      publicFolders: ['storybook-static', ...(isAll ? folders : [])],
      client: [
        ...entriesOf(
          existing(app, '.storybook/preview-head.html', '.storybook/manager-head.html'),
          'is part of every page of Storybook',
        ),
        ...entriesOf(
          isAll ? [...moduleNamed(app, '.storybook/preview', '.storybook/manager'), ...listed] : [],
          'a story, or what is around it',
        ),
      ],
      prefixes: scriptLines(app).some((line) => /build-storybook|storybook build/.test(line)) ? ['STORYBOOK_'] : [],
    });
  },
};

/** What a project with an application of its own depends on. */
const applications = [
  'next',
  'nuxt',
  '@sveltejs/kit',
  'astro',
  'gatsby',
  'react-scripts',
  '@react-router/dev',
  '@remix-run/react',
  'expo',
  '@angular/core',
  '@vue/cli-service',
];
