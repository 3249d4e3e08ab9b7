import type { Setting, Settings, TableSetting } from '../../syntax/outline/index.ts';
import type { App } from '../shape.ts';
import { type At, Follower, type Member } from './follow.ts';
import { isForNode } from './for-node.ts';
import { buildPrograms } from './programs.ts';

/** A value that a build puts into code or pages. */
export interface Put {
  readonly value: At;
  /** What code writes for it: a name that is replaced, a variable, a member of a page's template, a field of a query. */
  readonly name?: string;
  /** Absent where it goes into every output. */
  readonly as?: 'define' | 'environment' | 'template' | 'query';
  /** True where it is a comment, which minifiers drop. */
  readonly isComment?: boolean;
  /** True where only this member of an object goes where code names it. */
  readonly alone?: boolean;
}

type Call = Settings['calls'][number];

/** Options of the plugin for Rollup that replace nothing. */
const replaceOptions = new Set([
  'preventAssignment',
  'delimiters',
  'include',
  'exclude',
  'objectGuards',
  'sourceMap',
  'sourcemap',
]);
/** Options of sites that are written into their pages, by the configuration that they stand in. */
const siteOptions: readonly (readonly [program: RegExp, options: RegExp])[] = [
  [/\.vitepress\/config/, /^(?:title|titleTemplate|description|head|themeConfig|locales)$/],
  [/docusaurus\.config/, /^(?:title|tagline|customFields|themeConfig|headTags|scripts|stylesheets)$/],
  [/nuxt\.config/, /^(?:public|head|publicRuntimeConfig|appConfig)$/],
  // A file beside the code has the version, which pages ask for.
  [/svelte\.config/, /^version$/],
  // A page stands where another one was.
  [/astro\.config/, /^redirects$/],
];
/** Options by which the table of a build is told. */
const ofBuild = new Set(['entry', 'entryPoints', 'input', 'plugins', 'target', 'platform']);
const pageOptions = /^(?:title|meta|tags|base|templateContent)$/;
const outputs = /^(?:banner|footer|intro|outro)$/;
const transforms = /^(?:transformIndexHtml|transformHtml|modifyHTML)$/;

const known = new WeakMap<App, readonly Put[]>();

/** Everything that the builds of an application put into code or pages, by their programs. */
export function putsOf(app: App): readonly Put[] {
  let puts = known.get(app);
  if (!puts) {
    const follower = new Follower(app);
    puts = buildPrograms(app).flatMap(({ path, settings }) => {
      const forNode = settings.tables.filter(
        (table) =>
          table.entries.some(({ key = '' }) => ofBuild.has(key)) && isForNode({ path, setting: table }, follower),
      );
      // What a build for Node puts into its code is no client's.
      const isClients = ({ start, end }: Setting): boolean =>
        !forNode.some((table) => table.start <= start && table.end >= end);
      return [
        ...settings.tables.filter(isClients).flatMap((table) => byTable({ path, setting: table }, follower)),
        ...settings.calls.filter(isClients).flatMap((call) => byCall({ path, setting: call }, settings, follower)),
      ];
    });
    known.set(app, puts);
  }
  return puts;
}

function byTable({ path, setting }: At<TableSetting>, follower: Follower): Put[] {
  return setting.entries.flatMap(({ key = '', value: given }): Put[] => {
    const value: At = { path, setting: given };
    // What the whole configuration of a site is made into is part of every page.
    if (siteOptions.some(([program, options]) => program.test(path) && options.test(key))) return [{ value }];
    if (key === 'transformPageData')
      return follower.addedWithin(value).map(({ member }): Put => ({ value: member.value }));
    if (key === 'define') return defined(value, follower);
    if (key === 'env' && /next\.config/.test(path)) return environment(value, follower);
    if (key === 'site' && /astro\.config/.test(path))
      return ['Astro.site', 'import.meta.env.SITE'].map((name) => ({ value, name, as: 'define' }));
    if (outputs.test(key)) return lasting(value, follower);
    if (transforms.test(key)) return [{ value }];
    // What a copied file is made into.
    if (key === 'transform' && setting.entries.some((other) => other.key === 'from')) return [{ value }];
    if (key === 'siteMetadata')
      return follower
        .membersOf(value)
        .flatMap((member): Put[] =>
          member.key === undefined ? [] : [{ value: member.value, name: member.key, as: 'query' }],
        );
    // What Gatsby gives a page that a program makes is in a file beside the page.
    if (key === 'context' && setting.entries.some((other) => other.key === 'component')) return [{ value }];
    // A page of Vue CLI.
    if (key === 'title' && setting.entries.some((other) => other.key === 'entry')) return [{ value }];
    if (key === 'html') return ofPage(value, follower);
    return [];
  });
}

function byCall({ path, setting }: At<Call>, { imports }: Settings, follower: Follower): Put[] {
  const { callee, given, on } = setting;
  const at = (each: Setting | undefined): At[] => (each ? [{ path, setting: each }] : []);
  const [first, second] = given;
  const name = callee.split('.').at(-1) ?? '';
  if (name === 'DefinePlugin' || callee === 'plugins.define')
    return at(first).flatMap((each) => defined(each, follower));
  if (name === 'EnvironmentPlugin') return at(first).flatMap((each) => environment(each, follower));
  if (name === 'BannerPlugin') return at(first).flatMap((value) => lasting(value, follower));
  if (/^Html\w*Plugin$/.test(name)) return at(first).flatMap((each) => ofPage(each, follower));
  if (/plugin-replace$/.test(imports.get(callee)?.specifier ?? '') || /^(?:replacePlugin|replace)$/.test(callee))
    return at(first).flatMap((each) => replaced(each, follower));
  if (callee === '().use' && first?.kind === 'name' && first.path.at(-1) === 'DefinePlugin')
    return at(second).flatMap((each) => defined(each, follower));
  const plugin = on?.kind === 'call' && on.callee.endsWith('plugin') ? on.given[0] : undefined;
  if (callee === '().tap' && plugin?.kind === 'text' && /^(?:define|html)/i.test(plugin.text))
    return at(first).flatMap((each) => tapped(each, /^html/i.test(plugin.text), follower));
  return [];
}

/** The value without what only writes it down: `JSON.stringify(x)`. */
function written(value: At, follower: Follower): readonly At[] {
  return follower
    .open(value)
    .flatMap((each) =>
      each.setting.kind === 'list' ? each.setting.items.map((item) => ({ path: each.path, setting: item })) : [each],
    );
}

/** What a table of names replaces: each name, and each member of an object under a name. */
function defined(table: At, follower: Follower): Put[] {
  return written(table, follower).flatMap((each) =>
    follower.membersOf(each).flatMap((member) => underName(member, follower)),
  );
}

function underName({ key, value }: Member, follower: Follower, depth = 0): Put[] {
  if (key === undefined) return [];
  const tables = depth > 3 ? [] : tablesOf(value, follower);
  if (tables.length === 0) return [{ value, name: key, as: 'define' }];
  return tables
    .flatMap((each) => follower.membersOf(each))
    .flatMap((member) =>
      underName(
        { ...member, ...(member.key === undefined ? {} : { key: `${key}.${member.key}` }) },
        follower,
        depth + 1,
      ).map((put) => ({ ...put, alone: true })),
    );
}

/** The objects that a value is, also where they are written as JSON. */
function tablesOf(value: At, follower: Follower): At[] {
  return follower.open(value).flatMap(({ path, setting }): At[] => {
    if (setting.kind === 'table') return [{ path, setting }];
    const [first] = setting.kind === 'call' && setting.callee === 'JSON.stringify' ? setting.given : [];
    return first ? follower.open({ path, setting: first }).filter((each) => each.setting.kind === 'table') : [];
  });
}

const environment = (table: At, follower: Follower): Put[] =>
  follower
    .membersOf(table)
    .flatMap(({ key, value }): Put[] => (key === undefined ? [] : [{ value, name: key, as: 'environment' }]));

/** The plugin's `values` stand for all that it replaces where they are given. */
function replaced(options: At, follower: Follower): Put[] {
  const members = follower.membersOf(options);
  const values = members.find(({ key }) => key === 'values');
  const all = values ? follower.membersOf(values.value) : members;
  return all.flatMap(({ key, value }): Put[] =>
    key === undefined || replaceOptions.has(key) ? [] : [{ value, name: key, as: 'define' }],
  );
}

/** What stands before and after the code of each output. Minifiers leave no comment but those of licences. */
function lasting(value: At, follower: Follower): Put[] {
  const opened = follower.open(value);
  return (opened.length > 0 ? opened : [value]).map((each) => {
    const [first] = follower.textsIn(each);
    return { value: each, ...(first && /^\s*\/(?:\/|\*(?!!))/.test(first.text) ? { isComment: true } : {}) };
  });
}

/** The options of a page: its title and tags are in it, parameters where its template names them. */
function ofPage(options: At, follower: Follower): Put[] {
  return follower.membersOf(options).flatMap(({ key = '', value }): Put[] => {
    if (key === 'templateParameters')
      return follower
        .membersOf(value)
        .flatMap((member): Put[] =>
          member.key === undefined ? [] : [{ value: member.value, name: member.key, as: 'template' }],
        );
    return pageOptions.test(key) ? [{ value }] : [];
  });
}

/** What a function changes in the names that Vue CLI replaces: `args[0]['process.env'].KEY = …`. */
function tapped(change: At, isPage: boolean, follower: Follower): Put[] {
  return follower.addedWithin(change).flatMap(({ table, member }): Put[] => {
    if (member.key === undefined) return [];
    if (isPage) return pageOptions.test(member.key) ? [{ value: member.value }] : [];
    const isEnvironment = /process\.env/.test(table);
    return tablesOf(member.value, follower).length > 0 && !isEnvironment
      ? underName(member, follower)
      : [{ value: member.value, name: member.key, as: isEnvironment ? 'environment' : 'define' }];
  });
}
