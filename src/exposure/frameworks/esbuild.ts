import { buildPrograms } from '../settings/programs.ts';
import type { App, Framework } from '../shape.ts';
import { textsOf } from '../tree.ts';
import { bundled, namedBy, rendersForNode, startsOf } from './bundled.ts';
import { bundlers, existing, filesOf, isProgramPath, scriptLines, uses } from './kit.ts';

/** esbuild from a script or a line of `package.json`. */
export const esbuild: Framework = {
  name: 'esbuild',
  detect: (app) =>
    uses(app, 'esbuild') && (esbuildTexts(app).length > 0 || scriptLines(app).some((line) => /\besbuild\s/.test(line))),
  describe: (app) => {
    const texts = esbuildTexts(app);
    const lines = scriptLines(app)
      .flatMap((line) => line.split(/&&|\|\||;/))
      .filter((line) => /\besbuild\s/.test(line));
    const forBrowsers = texts.filter((text) => !rendersForNode(text));
    const entries = [
      ...startsOf(app, ['entryPoints', 'inject'], () =>
        forBrowsers.flatMap((each) => namedBy(app, each, /\bentryPoints\s*:/)),
      ),
      ...lines
        .filter((line) => !rendersForNode(line))
        .flatMap((line) => existing(app, ...line.split(/\s+/).map((word) => word.replace(/^\.\//, '')))),
    ].filter((path) => isProgramPath.test(path) || /\.css$/.test(path));
    const minifies =
      buildPrograms(app).some(({ path }) => /\bminify\s*:\s*(?!false)/.test(app.tree.read(path) ?? '')) ||
      lines.some((line) => line.includes('--minify'));
    const bundler = minifies ? bundlers.esbuild : bundlers.esbuildPlain;
    return bundled(app, 'esbuild', bundler, texts.length > 1 ? forBrowsers.join('\n') : texts.join('\n'), entries);
  },
};

/** The programs that call esbuild. */
const esbuildTexts = (app: App): string[] =>
  buildPrograms(app)
    .map(({ path }) => app.tree.read(path) ?? '')
    .filter((text) => /\bentryPoints\b/.test(text));

/** The prefixes of what Parcel puts into code: all names unless its setting says none, or which. */
function inlinedBy(setting: unknown): string[] {
  const inlines =
    typeof setting === 'object' && setting !== null && 'inlineEnvironment' in setting
      ? setting.inlineEnvironment
      : true;
  if (inlines === false) return [];
  return Array.isArray(inlines) ? textsOf(inlines).map((glob) => glob.split(/[*?[{!]/)[0] ?? '') : [''];
}

/** Parcel, which puts every variable that code names into it. Source: its documentation, builds of 2.16. */
export const parcel: Framework = {
  name: 'Parcel',
  detect: (app) => uses(app, 'parcel', 'parcel-bundler') || existing(app, '.parcelrc').length > 0,
  describe: (app) => {
    const fromPackage = textsOf(app.package?.json['source']).map((path) => path.replace(/^\.\//, ''));
    const fromScripts = scriptLines(app)
      .filter((line) => /\bparcel\b/.test(line))
      .flatMap((line) => line.split(/\s+/).map((word) => word.replace(/^\.\//, '').replace(/^['"]|['"]$/g, '')));
    const named = existing(app, ...fromPackage, ...fromScripts);
    const globs = fromScripts
      .filter((word) => word.includes('*'))
      .flatMap((word) => filesOf(app, word.slice(0, word.lastIndexOf('/')), /^[^/]*\.html$/));
    return {
      ...bundled(app, 'Parcel', bundlers.parcel, '', [...new Set([...named, ...globs])]),
      prefixes: inlinedBy(app.package?.json['@parcel/transformer-js']),
      aliases: [{ pattern: '~/*', targets: [app.folder === '' ? '*' : `${app.folder}/*`] }],
    };
  },
};
