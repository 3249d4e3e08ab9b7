import { join } from 'node:path/posix';
import { readSettings, type Settings } from '../../syntax/outline/index.ts';
import { existing, isTest, scriptLines, uses } from '../frameworks/kit.ts';
import { inside } from '../resolve/tsconfig.ts';
import type { App } from '../shape.ts';
import { folderOf, type Tree, under, within } from '../tree.ts';
import { knownInBuilds } from './known.ts';
import { layersOf } from './layers.ts';
import { pluginNames } from './plugin-names.ts';

/** A program that sets up a build of an application. */
export interface BuildProgram {
  readonly path: string;
  readonly settings: Settings;
}

/** Folders in which the programs of builds lie, beside the top of an application. */
const folders = ['', 'config', 'build', 'webpack', 'scripts', 'tools', 'bin'];
const byName =
  /^(?:(?:webpack|rspack|rollup|rolldown|vite|rsbuild|esbuild|vue|craco|build|bundle)(?:[.-][\w.-]*)?|(?:next|nuxt|astro|svelte|react-router|wxt|manifest|electron\.vite)\.config|config-overrides|gatsby-(?:node|config)|docusaurus\.config)\.[cm]?[jt]s$/;
/** What a program names that sets up a build. */
const bundles =
  /\b(?:from|require\s{0,2}\(|import\s{0,2}\()\s{0,4}['"](?:esbuild|rollup|rolldown|vite|webpack|@rspack\/core|@rsbuild\/core|@parcel\/core|bun)['"/]|\bentryPoints\b|\bBun\.build\b/;
/** Programs that set up no build for users, as far as no other takes them in. */
const isForDevelopment = /[.-](?:dev|development|local|debug)\.(?:config\.)?[cm]?[jt]s$/;
const mostPrograms = 24;
const endings = ['', '.ts', '.mts', '.cts', '.js', '.mjs', '.cjs', '.json', '/index.ts', '/index.js'];

/** The file of the project that a program names from beside it, or nothing. */
export function besideOf(tree: Tree, from: string, specifier: string): string | undefined {
  const path = inside(join(folderOf(from), specifier));
  const plain = path.replace(/\.[cm]?js$/, '');
  return [...endings.map((ending) => path + ending), `${plain}.ts`, `${plain}.mts`].find((each) => tree.has(each));
}

const known = new WeakMap<App, readonly BuildProgram[]>();

/**
 * The programs that set up the builds of an application: its configurations, the scripts that call a bundler, and what
 * those take in from the project.
 */
export function buildPrograms(app: App): readonly BuildProgram[] {
  let programs = known.get(app);
  if (!programs) {
    programs = read(app);
    known.set(app, programs);
  }
  return programs;
}

function read(app: App): BuildProgram[] {
  const named = scriptLines(app).flatMap((line) => line.split(/[\s=]+/).map((word) => word.replace(/^\.\//, '')));
  const isScript = (path: string): boolean => /\.[cm]?[jt]s$/.test(path) && bundles.test(app.tree.read(path) ?? '');
  const lying = folders.flatMap((folder) => app.tree.in(under(app.folder, folder)));
  const sites = ['', 'docs', ...named].flatMap((folder) => {
    const settings = under(under(app.folder, folder), '.vitepress');
    return [...app.tree.in(settings), ...app.tree.in(`${settings}/config`)];
  });
  const queue = [
    ...new Set([
      ...lying.filter((path) => byName.test(path.slice(path.lastIndexOf('/') + 1))),
      ...sites.filter((path) => /^(?:config|index)\.[cm]?[jt]s$/.test(path.slice(path.lastIndexOf('/') + 1))),
      ...lying.filter((path) => within(app.folder, path)?.includes('/') === true && isScript(path)),
      ...existing(app, ...named).filter(isScript),
      ...(uses(app, 'nuxt', 'nuxt3') ? layersOf(app) : []).flatMap((folder) =>
        app.tree.in(folder).filter((path) => /(?:^|\/)nuxt\.config\.[cm]?[jt]s$/.test(path)),
      ),
    ]),
  ].filter((path) => !isTest(path) && !isForDevelopment.test(path));
  const programs: BuildProgram[] = [];
  const values = knownInBuilds(app);
  for (const path of queue) {
    if (programs.length >= mostPrograms) break;
    const settings = readSettings(app.tree.read(path) ?? '', path, values);
    if (!settings) continue;
    programs.push({ path, settings });
    for (const specifier of specifiersOf(settings)) {
      const other = specifier.startsWith('.') ? besideOf(app.tree, path, specifier) : undefined;
      if (other !== undefined && !queue.includes(other)) queue.push(other);
    }
    if (/docusaurus\.config/.test(path))
      for (const name of pluginNames(settings.tables.flatMap(({ entries }) => entries))) {
        const plugin = besideOf(app.tree, path, name);
        if (plugin !== undefined && /\.[cm]?[jt]s$/.test(plugin) && !queue.includes(plugin)) queue.push(plugin);
      }
  }
  return programs;
}

function* specifiersOf({ imports, declared, exported }: Settings): Generator<string> {
  for (const { specifier } of imports.values()) yield specifier;
  for (const setting of [...[...declared.values()].flat(), ...exported.values()])
    if (setting.kind === 'module') yield setting.specifier;
    else if (setting.kind === 'either') for (const each of setting.of) if (each.kind === 'module') yield each.specifier;
}
