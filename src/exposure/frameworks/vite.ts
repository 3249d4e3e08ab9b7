import { join } from 'node:path/posix';
import { inside } from '../resolve/tsconfig.ts';
import { aliasesOf } from '../settings/aliases.ts';
import { buildsOf, copiedBy } from '../settings/builds.ts';
import { type BuildProgram, buildPrograms } from '../settings/programs.ts';
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
  withoutComments,
} from './kit.ts';

const configs = ['vite.config', 'vite.renderer.config'];

/** The prefixes of variables that Vite puts into code. */
export function vitePrefixes(text: string): string[] {
  const list = /\benvPrefix\s*:\s*(\[[^[\]]*\]|['"`][^'"`]*['"`])/.exec(text)?.[1];
  return list === undefined ? ['VITE_'] : [...list.matchAll(/['"`]([^'"`]+)['"`]/g)].map((match) => match[1] as string);
}

const rootIn = (text: string): string => (optionText(text, 'root') ?? '').replace(/^(?:\.?\/)+|\/$/g, '');

/** Pages and scripts that a configuration of Vite or Rollup starts from. */
function viteEntries(app: App, text: string, told: readonly string[] = []): Entry[] {
  const root = rootIn(text);
  const options = text.search(/\b(?:rollupOptions|rolldownOptions)\s*:/);
  const input = options < 0 ? '' : text.slice(options, balancedEnd(text, text.indexOf('{', options)));
  const library = text.search(/\blib\s*:\s*\{/);
  const more = [
    ...told,
    ...filesNamedIn(app, input, /\.(?:html|[cm]?[jt]sx?)$/),
    ...(root === '' ? [] : filesNamedIn({ ...app, folder: under(app.folder, root) }, input, /\.html$/)),
  ];
  // What a configuration starts from instead of the page.
  const isInstead = library >= 0 || (more.length > 0 && /\binput\s*:/.test(input));
  const pages = isInstead ? [] : existing(app, root === '' ? 'index.html' : `${root}/index.html`);
  const entries =
    library < 0
      ? []
      : filesNamedIn(app, text.slice(library, balancedEnd(text, text.indexOf('{', library))), isProgramPath);
  return [
    ...entriesOf(pages, 'the page Vite builds'),
    ...entriesOf([...new Set(more)], 'an input of the build'),
    ...entriesOf(
      entries.filter((path) => !more.includes(path)),
      'the library that is built for browsers',
    ),
  ];
}

/** The configurations that an application is built by: the usual one, and those that commands name. */
const viteConfigs = (app: App): readonly BuildProgram[] =>
  buildPrograms(app).filter(({ path }) => {
    const name = path.split('/').at(-1) ?? '';
    return (
      /(?:^|\/)vite[\w.-]*\.[cm]?[jt]s$/.test(path) &&
      (configs.some((usual) => name.startsWith(`${usual}.`)) ||
        scriptLines(app).some((line) => /\bbuild\b/.test(line) && line.includes(name)))
    );
  });

/** One application as its configurations set it up; each has a root and folders of its own. */
const viteShape = (app: App): Shape => {
  const programs = viteConfigs(app);
  const builds = buildsOf(app);
  const texts = programs.map(({ path }) => ({ path, text: withoutComments(app.tree.read(path) ?? '') }));
  const each = texts.length > 0 ? texts : [{ path: '', text: configText(app, ...configs) }];
  const all = each.map(({ text }) => text).join('\n');
  const rendersOnServer = scriptLines(app).flatMap((line) =>
    [...line.matchAll(/--ssr\s+(\S+)/g)].map((match) => match[1] as string),
  );
  const client = each.flatMap(({ path, text }) => {
    const own = builds.filter(({ program, key, forNode }) => program === path && key !== 'inject' && !forNode);
    return viteEntries(
      app,
      text,
      own.flatMap(({ entries }) => entries),
    );
  });
  return shape({
    framework: 'Vite',
    bundler: viteOf(app),
    client: [...new Map(client.map((entry) => [entry.path, entry])).values()],
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
    publicFolders: each.flatMap(({ text }) => [
      ...(/\b(?:publicDir|copyPublicDir)\s*:\s*false\b/.test(text)
        ? []
        : [inside(join(rootIn(text), optionText(text, 'publicDir') ?? 'public'))]),
      inside(join(rootIn(text), optionText(text, 'outDir') ?? 'dist')),
    ]),
    copied: copiedBy(app),
    aliases: [...aliasesOf(app), ...aliasesIn(app, all)],
    prefixes: vitePrefixes(all),
  });
};

/** Vite with React, Vue, Svelte, Solid, Preact, Lit or nothing; also its library mode. Source: its documentation, builds of 8.3. */
export const vite: Framework = {
  name: 'Vite',
  detect: (app) =>
    configFile(app, ...configs) !== undefined ||
    (uses(app, 'vite') && viteConfigs(app).length > 0) ||
    (uses(app, 'vite') && existing(app, 'index.html').length > 0),
  describe: (app) => viteShape(app),
};
