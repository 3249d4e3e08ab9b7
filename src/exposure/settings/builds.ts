import type { Setting, Settings } from '../../syntax/outline/index.ts';
import type { App } from '../shape.ts';
import { type At, Follower } from './follow.ts';
import { isForNode } from './for-node.ts';
import { filesMeant, pathsIn } from './paths.ts';
import { buildPrograms } from './programs.ts';

/** What one build starts from. */
export interface Build {
  /** The program that sets it up. */
  readonly program: string;
  /** The option that says so: `entry`. */
  readonly key: string;
  readonly entries: readonly string[];
  /** True where what it makes is run by Node. */
  readonly forNode: boolean;
}

const starts = new Set(['entry', 'entryPoints', 'input', 'preEntry', 'inject']);
const started = /\.(?:html|[cm]?[jt]sx?|css|scss)$/;

/** The builds that the programs of an application set up, as far as their files can be told. */
export function buildsOf(app: App): Build[] {
  const follower = new Follower(app);
  return buildPrograms(app).flatMap(({ path, settings }) =>
    settings.tables.flatMap((table) => {
      const build = table.entries.flatMap(({ key = '', value }): Build[] => {
        if (!starts.has(key)) return [];
        const entries = filesMeant(app, path, pathsIn({ path, setting: value }, follower)).filter((each) =>
          started.test(each),
        );
        return entries.length === 0
          ? []
          : [{ program: path, key, entries, forNode: isForNode({ path, setting: table }, follower) }];
      });
      return build;
    }),
  );
}

/** The templates of pages that builds fill. */
export function templatesOf(app: App): string[] {
  const follower = new Follower(app);
  return buildPrograms(app).flatMap(({ path, settings }) =>
    settings.calls
      .filter(({ callee }) => /^Html\w*Plugin$/.test(lastOf(callee)))
      .flatMap(({ given }) => given)
      .concat(
        settings.tables.flatMap(({ entries }) => entries.filter(({ key }) => key === 'html').map(({ value }) => value)),
        // A page of Vue CLI: `pages: { index: { entry, template } }`.
        settings.tables.filter(({ entries }) => entries.some(({ key }) => key === 'entry')),
      )
      .flatMap((setting) => follower.membersOf({ path, setting }))
      .filter(({ key }) => key === 'template')
      .flatMap(({ value }) => filesMeant(app, path, pathsIn(value, follower))),
  );
}

/** The components that programs make pages of: `createPage({ path, component })`. */
export function pageComponents(app: App): string[] {
  const follower = new Follower(app);
  return buildPrograms(app).flatMap(({ path, settings }) =>
    settings.tables
      .flatMap(({ entries }) => entries.filter(({ key }) => key === 'component'))
      .flatMap(({ value }) => filesMeant(app, path, pathsIn({ path, setting: value }, follower))),
  );
}

/** The pages that integrations of Astro add: `injectRoute({ pattern, entrypoint })`. */
export function routesAdded(app: App): string[] {
  const follower = new Follower(app);
  return buildPrograms(app).flatMap(({ path, settings }) =>
    settings.calls
      .filter(({ callee }) => lastOf(callee) === 'injectRoute')
      .flatMap(({ given }) => given.flatMap((setting) => follower.membersOf({ path, setting })))
      .filter(({ key }) => key === 'entrypoint' || key === 'entryPoint')
      .flatMap(({ value }) => filesMeant(app, value.path, pathsIn(value, follower))),
  );
}

const reads = /^(?:readFile|readFileSync|readTextFile|file)$/;
const writes = /^(?:writeFile|writeFileSync|outputFile|write)$/;

/** The pages that a program of a build reads and writes to what is published, filled or as they are. */
export function pagesWritten(app: App): string[] {
  const follower = new Follower(app);
  return buildPrograms(app).flatMap(({ path, settings }) => {
    const named = (which: RegExp): string[] =>
      settings.calls
        .filter(({ callee }) => which.test(lastOf(callee)))
        .flatMap(({ given: [first] }) => (first ? pathsIn({ path, setting: first }, follower) : []));
    if (!named(writes).some((name) => published.test(name))) return [];
    return filesMeant(app, path, named(reads)).filter((file) => /\.html?$/.test(file));
  });
}

const copies = new Set(['copy', 'viteStaticCopy', 'cp', 'cpSync', 'copySync', 'copyFile', 'copyFileSync']);
const isCopy = (name: string): boolean => copies.has(name) || (name.includes('Copy') && name.endsWith('Plugin'));
const lastOf = (callee: string): string => callee.slice(callee.lastIndexOf('.') + 1);
const copySources = new Set(['from', 'src']);
const published = /^(?:\.{0,2}\/)*(?:dist|build|public|www|out|output|release|site|_site|static)(?:\/|$)/;

/** The files that builds copy to what is published. */
export function copiedBy(app: App): ReadonlySet<string> {
  const follower = new Follower(app);
  const copied = new Set<string>();
  for (const { path, settings } of buildPrograms(app)) {
    const lists: Setting[] = [
      ...settings.tables.flatMap(({ entries }) =>
        entries.filter(({ key }) => key === 'copy').map(({ value }) => value),
      ),
      ...settings.calls
        .filter(({ callee }) => isCopy(lastOf(callee)))
        .flatMap((call) => sourcesOf(call, path, follower)),
    ];
    for (const setting of lists)
      for (const name of copyNames({ path, setting }, follower))
        for (const file of filesMeant(app, path, [name], true)) copied.add(file);
  }
  return copied;
}

/** What a call copies: the options of a plugin; of `cp(from, to)` the first, where the second is published. */
function sourcesOf({ callee, given }: Settings['calls'][number], path: string, follower: Follower): Setting[] {
  const [first, second] = given;
  if (!first) return [];
  if (!second || second.kind === 'table' || /Plugin$|^copy$|StaticCopy$/.test(callee)) return [first];
  const to = pathsIn({ path, setting: second }, follower);
  return to.some((name) => published.test(name)) ? [first] : [];
}

/** The paths of `[{ from: 'static' }]`, `{ patterns: ['static'] }`, `'static'`. */
function copyNames(at: At, follower: Follower, depth = 0): string[] {
  if (depth > 6) return [];
  return follower.open(at).flatMap(({ path, setting }): string[] => {
    if (setting.kind === 'list')
      return setting.items.flatMap((each) => copyNames({ path, setting: each }, follower, depth + 1));
    if (setting.kind !== 'table') return pathsIn({ path, setting }, follower);
    const members = follower.membersOf({ path, setting });
    const sources = members.filter(({ key }) => key !== undefined && copySources.has(key));
    const lists = members.filter(({ key }) => key === 'patterns' || key === 'targets' || key === 'assets');
    return sources.length > 0
      ? sources.flatMap(({ value }) => pathsIn(value, follower))
      : lists.flatMap(({ value }) => copyNames(value, follower, depth + 1));
  });
}
