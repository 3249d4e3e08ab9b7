import { join } from 'node:path/posix';
import { commentsIn } from '../../syntax/outline/index.ts';
import type { Alias } from '../resolve/tsconfig.ts';
import { inside } from '../resolve/tsconfig.ts';
import type { App, Bundler, Entry, Shape } from '../shape.ts';
import { isObject, textsOf, under, within } from '../tree.ts';
import { bundlers } from './bundlers.ts';
import { majorOf } from './versions.ts';

/** What a framework file needs to say of an application. */

export const uses = ({ dependencies }: App, ...names: readonly string[]): boolean =>
  names.some((name) => dependencies.has(name));

const scripts = ['.ts', '.mts', '.cts', '.js', '.mjs', '.cjs'];

/** The path of a configuration file of the application, whatever its ending. */
export const configFile = ({ tree, folder }: App, ...names: readonly string[]): string | undefined =>
  names.flatMap((name) => scripts.map((ending) => under(folder, name + ending))).find((path) => tree.has(path));

/** The text of a configuration file; `''` where there is none. */
export const configText = (app: App, ...names: readonly string[]): string => {
  const path = configFile(app, ...names);
  return path === undefined ? '' : withoutComments(app.tree.read(path) ?? '');
};

/** Comments as blanks, so that offsets stay. What looks like one in a text, such as `'src/**'`, is none. */
export function withoutComments(text: string): string {
  let plain = '';
  let from = 0;
  for (const { start, end } of commentsIn(text)) {
    plain += text.slice(from, start) + text.slice(start, end).replace(/[^\n]/g, ' ');
    from = end;
  }
  return plain + text.slice(from);
}

/** The application's own path of that name, where it is there. */
export const existing = ({ tree, folder }: App, ...names: readonly string[]): string[] =>
  names.map((name) => under(folder, name)).filter((path) => tree.has(path));

/** The first of some names, without ending, for which there is a module. */
export const moduleNamed = (app: App, ...names: readonly string[]): string[] =>
  names
    .flatMap((name) => [...scripts, '.tsx', '.jsx'].map((ending) => under(app.folder, name + ending)))
    .filter((path) => app.tree.has(path));

/** Files below a folder of the application of which the path within it fits. */
export function filesOf(app: App, folder: string, fits: RegExp): string[] {
  const base = under(app.folder, folder);
  return app.tree.below(base).filter((path) => {
    const inner = within(base, path);
    return inner !== undefined && fits.test(inner) && !isTest(path) && !inner.includes('node_modules/');
  });
}

/** The path within the application; the path itself outside of it. */
export const inApp = ({ folder }: App, path: string): string => within(folder, path) ?? path;

export const isTest = (path: string): boolean =>
  /(?:^|\/)(?:__tests__|__mocks__|cypress|e2e)\/|\.(?:test|spec|stories|story|cy|e2e)\.[cm]?[jt]sx?$|\.d\.[cm]?ts$/.test(
    path,
  );

export const entriesOf = (paths: readonly string[], why: string): Entry[] => paths.map((path) => ({ path, why }));

/** The address of a folder of routes: groups and slots are no part of it. */
export const plainAddress = (route: string): string =>
  `/${route
    .split('/')
    .filter((part) => part !== '' && !/^(?:\(.*\)|@.*)$/.test(part))
    .join('/')}`;

export const isProgramPath = /\.(?:[cm]?[jt]sx?)$/;

export { bundlers, majorOf };

/**
 * Vite as an application has it: from 8 it bundles with Rolldown, before that with Rollup.
 * @param by packages that bring a Vite of their own, each with the first version that brings 8
 */
export function viteOf(app: App, by: Readonly<Record<string, number>> = {}): Bundler {
  const own = majorOf(app, 'vite');
  if (own !== undefined) return own < 8 && !uses(app, 'rolldown-vite') ? bundlers.viteRollup : bundlers.vite;
  const isOld = Object.entries(by).some(([name, first]) => (majorOf(app, name) ?? first) < first);
  return isOld ? bundlers.viteRollup : bundlers.vite;
}

/** A shape with what most applications do not have. */
export const shape = (given: Pick<Shape, 'framework' | 'bundler'> & Partial<Shape>): Shape => ({
  client: [],
  server: [],
  publicFolders: [],
  aliases: [],
  prefixes: [],
  ...given,
});

/** `@/` stands for a folder, and `@` alone for it too. */
export const folderAlias = (name: string, folder: string): Alias[] => [
  { pattern: `${name}/*`, targets: [under(folder, '*')] },
  { pattern: name, targets: [folder] },
];

const pair =
  /(?:['"]([@~#$\w./*-]+)['"]|(?<![\w$])([\w$]+))\s*:\s*(?:(?:fileURLToPath\s*\(\s*)?new\s+URL\s*\(\s*|(?:\w+\.)?(?:resolve|join)\s*\(\s*(?:(?:import\.meta\.)?(?:__dirname|dirname|process\.cwd\(\))\s*,\s*)?)?['"`](\.{0,2}\/?[\w@./-]*)['"`](?:\s*,\s*['"]([\w./-]+)['"])?/g;
const found =
  /find\s{0,40}:\s{0,40}(?:['"]([@~#$\w/-]{1,100})['"]|\/\^?([@~#$\w-]{1,100})[^/\n]{0,100}\/)\s{0,80},\s{0,80}replacement\s{0,40}:\s{0,40}[^'"`]{0,300}['"`]([^'"`]{1,300})['"`]/g;

/** Aliases written in a bundler's configuration, as far as they are plain. */
export function aliasesIn(app: App, text: string): Alias[] {
  const at = text.search(/\balias\s*:/);
  if (at < 0) return [];
  const section = text.slice(at, balancedEnd(text, text.slice(at).search(/[[{]/) + at));
  const aliases: Alias[] = [];
  const add = (name: string, path: string): void => {
    const target = inside(join(app.folder, path.replace(/^\/(?=\w)/, './')));
    if (target.startsWith('..')) return;
    aliases.push(
      ...(name.endsWith('/') ? [{ pattern: `${name}*`, targets: [under(target, '*')] }] : folderAlias(name, target)),
    );
  };
  for (const [, quoted, plain, path = '', more] of section.matchAll(pair)) {
    const name = quoted ?? plain ?? '';
    if (/^(?:find|replacement|alias)$/.test(name) || path === '') continue;
    add(name.replace(/\/\*$/, ''), more === undefined ? path : `${path}/${more}`);
  }
  for (const [, quoted, pattern, path = ''] of section.matchAll(found)) add(quoted ?? pattern ?? '', path);
  return aliases;
}

/** The place after the bracket that closes the one at `start`; texts between are skipped. */
export function balancedEnd(text: string, start: number): number {
  let depth = 0;
  for (let at = start; at < text.length; at++) {
    const character = text[at];
    if (character === '"' || character === "'" || character === '`') {
      const close = closing(text, at);
      if (close < 0) continue;
      at = close;
    } else if (character === '{' || character === '[' || character === '(') depth++;
    else if (character === '}' || character === ']' || character === ')') {
      depth--;
      if (depth <= 0) return at + 1;
    }
  }
  return text.length;
}

function closing(text: string, start: number): number {
  const quote = text[start];
  for (let at = start + 1; at < text.length; at++) {
    if (text[at] === '\\') at++;
    else if (text[at] === quote) return at;
    else if (text[at] === '\n' && quote !== '`') return -1;
  }
  return -1;
}

/** The text of an option: `root: 'client'`. */
export const optionText = (text: string, name: string): string | undefined =>
  new RegExp(`\\b${name}\\s*:\\s*['"\`]([^'"\`]*)['"\`]`).exec(text)?.[1];

/** Paths of files named in a text, as far as they are there: relative to the application. */
export function filesNamedIn(app: App, text: string, fits: RegExp): string[] {
  const paths = [...text.matchAll(/['"`]([^'"`\n*]{1,200})['"`]/g)].map((match) =>
    inside(join(app.folder, (match[1] as string).replace(/^\//, ''))),
  );
  return [...new Set(paths)].filter((path) => fits.test(path) && app.tree.has(path));
}

/** Every script line of `package.json`. */
export function scriptLines({ package: own }: App): string[] {
  const table = own?.json['scripts'];
  return isObject(table) ? Object.values(table).flatMap(textsOf) : [];
}
