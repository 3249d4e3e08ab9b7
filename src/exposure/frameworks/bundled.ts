import { aliasesOf } from '../settings/aliases.ts';
import { type Build, buildsOf, copiedBy, pagesWritten, templatesOf } from '../settings/builds.ts';
import { filledPrefixes } from '../settings/filled.ts';
import { minifiesAll } from '../settings/minified.ts';
import { type BuildProgram, buildPrograms } from '../settings/programs.ts';
import { providedBy } from '../settings/provided.ts';
import type { App, Bundler, Framework, Shape } from '../shape.ts';
import {
  aliasesIn,
  balancedEnd,
  bundlers,
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
  withoutComments,
} from './kit.ts';

/** The files named by an option: `entry: …`, `input: …`. Names without an ending are tried with each. */
export function namedBy(app: App, text: string, option: RegExp): string[] {
  const found: string[] = [];
  for (const match of text.matchAll(new RegExp(option, 'g'))) {
    const start = match.index + match[0].length;
    const rest = text.slice(start);
    const open = /^\s*(?:\(\)\s*=>\s*(?:\(\s*)?)?[[{]/.exec(rest);
    const section = open
      ? text.slice(start, balancedEnd(text, start + open[0].length - 1))
      : (/^[^,\n]*/.exec(rest)?.[0] ?? '');
    const names = [...section.matchAll(/['"`]([^'"`\n]+)['"`]/g)].map((each) =>
      (each[1] as string).replace(/^\.?\//, ''),
    );
    found.push(
      ...filesNamedIn(app, section, /\.(?:html|[cm]?[jt]sx?|css)$/),
      ...moduleNamed(app, ...names),
      ...moduleNamed(app, ...names.map((name) => `${name}/index`)),
    );
  }
  return [...new Set(found)];
}

/** The files that builds for browsers start from; those of `namedBy` where none can be told. */
export function startsOf(
  app: App,
  keys: readonly Build['key'][],
  otherwise: () => readonly string[],
): readonly string[] {
  const builds = buildsOf(app).filter(({ key }) => keys.includes(key));
  const found = builds.filter(({ forNode }) => !forNode).flatMap(({ entries }) => entries);
  return builds.length > 0 ? [...new Set(found)] : otherwise();
}

/** Whether a configuration or a command bundles for Node. */
export const rendersForNode = (text: string): boolean =>
  /\btarget\s*:\s*['"`](?:node|async-node|electron-(?:main|preload))|platform\s*:\s*['"`]node|--platform[= ]node/.test(
    text,
  );

/** An application as its bundler's own configuration sets it up. */
export const bundled = (app: App, name: string, bundler: Bundler, text: string, entries: readonly string[]): Shape =>
  shape({
    framework: name,
    bundler: {
      ...bundler,
      pure: keepsEnums(text) ? { ...bundler.pure, enums: false } : bundler.pure,
    },
    client: [
      ...entriesOf(
        pagesWritten(app).filter((path) => !entries.includes(path)),
        'a page that the build writes',
      ),
      ...entriesOf(
        // Where one build alone is set up, what its texts say holds for it.
        rendersForNode(text) && !/['"`](?:web|browser)['"`]/.test(text) && buildsOf(app).length < 2 ? [] : entries,
        `an entry of ${name}`,
      ),
    ],
    server: entriesOf(
      [
        ...(rendersForNode(text) && buildsOf(app).length < 2 ? entries : []),
        ...buildsOf(app).flatMap(({ entries: own, forNode }) => (forNode ? own : [])),
        ...moduleNamed(app, 'server', 'src/server', 'server/index', 'src/server/index', 'api/index'),
        ...filesOf(app, 'server', isProgramPath),
        ...serverScripts(app),
      ].filter((path) => rendersForNode(text) || !entries.includes(path)),
      'runs on the server',
    ),
    publicFolders: [
      'public',
      'static',
      'dist',
      optionText(text, 'outDir') ?? 'dist',
      optionText(text, 'outdir') ?? 'dist',
    ],
    copied: copiedBy(app),
    aliases: [...aliasesOf(app), ...aliasesIn(app, text)],
    prefixes: filledPrefixes(app),
  });

/** Files that scripts hand to Node or to a bundler for Node. */
const serverScripts = (app: App): string[] =>
  scriptLines(app).flatMap((line) =>
    line
      .split(/&&|\|\||;/)
      .filter((part) =>
        /\b(?:node|nodemon|tsx|ts-node|bun)\s/.test(part)
          ? !/build|bundle/.test(part)
          : /--platform[= ]node/.test(part),
      )
      .flatMap((part) => part.split(/\s+/))
      .flatMap((word) => existing(app, word.replace(/^\.\//, '')))
      .filter((path) => isProgramPath.test(path)),
  );

/** webpack by what turns sources into programs: Babel's preset marks React's wrappers. */
const webpackOf = (app: App, text: string): Bundler =>
  uses(app, '@rspack/core', '@rspack/cli') && !uses(app, 'webpack')
    ? bundlers.rspack
    : uses(app, '@babel/preset-react') || /preset-react/.test(text)
      ? bundlers.webpackBabel
      : bundlers.webpack;

/** Compilers of TypeScript that leave enumerations to run: no bundler sees that those have no effects. */
const keepsEnums = (text: string): boolean =>
  /\b(?:ts-loader|awesome-typescript-loader|plugin-typescript2?|rollup-plugin-ts)\b/.test(text);

/** The programs that set up webpack or Rspack. */
const packPrograms = (app: App): readonly BuildProgram[] =>
  buildPrograms(app).filter(
    ({ path, settings }) =>
      /webpack|rspack/.test(path.slice(path.lastIndexOf('/') + 1)) ||
      [...settings.imports.values()].some(({ specifier }) => /^(?:webpack|@rspack\/core)$/.test(specifier)),
  );

/** The option that tells a configuration from a plugin's. */
const isEntry = ({ key }: { readonly key?: string }): boolean => key === 'entry' || key === 'plugins';

/** webpack and Rspack, by their own configuration. */
export const webpack: Framework = {
  name: 'webpack',
  detect: (app) =>
    (uses(app, 'webpack') && uses(app, 'webpack-cli')) ||
    packPrograms(app).some(({ settings }) => settings.tables.some(({ entries }) => entries.some(isEntry))),
  describe: (app) => {
    const text = packPrograms(app)
      .map(({ path }) => withoutComments(app.tree.read(path) ?? ''))
      .join('\n');
    const named = startsOf(app, ['entry'], () => namedBy(app, text, /\bentry\s*:/));
    const entries = named.length > 0 ? named : moduleNamed(app, 'src/index');
    const pages = [...new Set([...filesNamedIn(app, text, /\.html$/), ...templatesOf(app)])];
    const shape = bundled(app, 'webpack', webpackOf(app, text), text, [...new Set([...entries, ...pages])]);
    const minifiesPages = /html-?(?:webpack|rspack)-?plugin/i.test(text) && !/\bminify\s*:\s*false/.test(text);
    const takesAll = /dotenv-webpack/i.test(text);
    // webpack's own reads what has a prefix.
    const own = /\bdotenv\s*:\s*(?:true|\{)/.test(text) ? ['WEBPACK_'] : [];
    return {
      ...shape,
      bundler: {
        ...shape.bundler,
        keepsStyleComments: shape.bundler.keepsStyleComments && !/css-?minimizer/i.test(text),
        shakesEntries: !/\blibrary(?:Target)?\s*:/.test(text),
        // What is small is shared by none unless a configuration says so.
        copiesShared: !/\b(?:runtimeChunk|minSize|minChunks|enforce|dependOn)\s*:/.test(text),
        keepsPageComments: !minifiesPages,
      },
      implied: providedBy(app, shape.aliases),
      prefixes: takesAll ? [''] : [...own, ...shape.prefixes],
    };
  },
};

/** Rsbuild. */
export const rsbuild: Framework = {
  name: 'Rsbuild',
  detect: (app) => configFile(app, 'rsbuild.config') !== undefined,
  describe: (app) => {
    const text = configText(app, 'rsbuild.config');
    const named = startsOf(app, ['entry'], () => namedBy(app, text, /\bentry\s*:/));
    const more = startsOf(app, ['preEntry'], () => []);
    const entries = named.length > 0 ? named : moduleNamed(app, 'src/index');
    const shape = bundled(app, 'Rsbuild', bundlers.rsbuild, text, [...entries, ...more, ...templatesOf(app)]);
    return {
      ...shape,
      bundler: { ...shape.bundler, shakesEntries: true },
      prefixes: ['PUBLIC_', ...shape.prefixes],
    };
  },
};

/** Rollup by its own configuration: pages and libraries for browsers. */
export const rollup: Framework = {
  name: 'Rollup',
  detect: (app) => configFile(app, 'rollup.config', 'rolldown.config') !== undefined,
  describe: (app) => {
    const text = configText(app, 'rollup.config', 'rolldown.config');
    return bundled(
      app,
      'Rollup',
      minifiesAll(app) ? bundlers.rollupMinified : bundlers.rollup,
      text,
      startsOf(app, ['input'], () => namedBy(app, text, /\binput\s*:/)),
    );
  },
};
