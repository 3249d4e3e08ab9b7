import type { Setting, Settings, TableSetting } from '../../syntax/outline/index.ts';
import type { App } from '../shape.ts';
import { type At, Follower, type Member } from './follow.ts';
import { tablesForNode } from './for-node.ts';
import { ofPage, ofPlaceholder, ofTemplate, pageOptions } from './page-puts.ts';
import { textsIn } from './parts.ts';
import { buildPrograms } from './programs.ts';
import type { Put } from './put.ts';
import { ofSchema } from './schema-puts.ts';
import { givenToPages, wholeSite } from './site-plugins.ts';
import { ofVirtual } from './virtual-puts.ts';

export type { Put } from './put.ts';

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
  [/\.vitepress\/config/, /^(?:title|titleTemplate|description|head|themeConfig|locales|sitemap|transformHead)$/],
  [/nuxt\.config/, /^(?:public|head|publicRuntimeConfig|appConfig)$/],
  // A file beside the code has the version, which pages ask for.
  [/svelte\.config/, /^version$/],
  // A page stands where another one was.
  [/astro\.config/, /^redirects$/],
];
const outputs = /^(?:banner|footer|intro|outro)$/;
const transforms = /^(?:transformIndexHtml|transformHtml|modifyHTML)$/;

const known = new WeakMap<App, readonly Put[]>();

/** Everything that the builds of an application put into code or pages, by their programs. */
export function putsOf(app: App): readonly Put[] {
  let puts = known.get(app);
  if (!puts) {
    const follower = new Follower(app);
    puts = buildPrograms(app).flatMap(({ path, settings }) => {
      const forNode = tablesForNode(path, settings, follower);
      // What a build for Node puts into its code is no client's.
      const others = [...forNode, ...forDevelopment(settings), ...ofElectron(path, settings)];
      const isClients = ({ start, end }: Setting): boolean =>
        !others.some((table) => table.start <= start && table.end >= end);
      return [
        ...settings.tables
          .filter(isClients)
          .flatMap((table) => [
            ...byTable({ path, setting: table }, follower),
            ...ofVirtual({ path, setting: table }, app),
          ]),
        ...settings.calls.filter(isClients).flatMap((call) => byCall({ path, setting: call }, settings, follower)),
        ...(/docusaurus\.config/.test(path)
          ? wholeSite(path, exportedOf(settings), follower).map((value): Put => ({ value, asJson: true }))
          : []),
      ];
    });
    known.set(app, puts);
  }
  return puts;
}

/** What a configuration of Nuxt sets for other modes than that of users' builds. */
const forDevelopment = ({ tables }: Settings): Setting[] =>
  tables
    .flatMap(({ entries }) => entries)
    .flatMap(({ key = '', value }) =>
      key === '$env' && value.kind === 'table'
        ? value.entries.filter((entry) => entry.key !== 'production').map((entry) => entry.value)
        : /^\$(?:development|test)$/.test(key)
          ? [value]
          : [],
    );

/** What a program is for those that import it whole. */
const exportedOf = ({ exported }: Settings): Setting[] =>
  ['default', '*module'].flatMap((name) => exported.get(name) ?? []);

/** What electron-vite builds beside the pages of an application. */
const ofElectron = (path: string, { tables }: Settings): readonly Setting[] =>
  /electron\.vite\.config/.test(path)
    ? tables.flatMap(({ entries }) =>
        entries.flatMap(({ key = '', value }) => (/^(?:main|preload)$/.test(key) ? [value] : [])),
      )
    : [];

function byTable({ path, setting }: At<TableSetting>, follower: Follower): Put[] {
  return setting.entries.flatMap(({ key = '', value: given }): Put[] => {
    const value: At = { path, setting: given };
    // What the whole configuration of a site is made into is part of every page.
    if (siteOptions.some(([program, options]) => program.test(path) && options.test(key))) return [{ value }];
    if (key === 'transformPageData')
      return follower.addedWithin(value).map(({ member }): Put => ({ value: member.value }));
    if (key === 'define') return defined(value, follower);
    if (key === 'manifest' && /wxt\.config/.test(path)) return [{ value }];
    if (given.kind === 'call' && given.callee.startsWith('envField.')) return ofSchema(key, value, follower);
    if (key === 'env' && /next\.config/.test(path)) return environment(value, follower);
    if (key === 'site' && /astro\.config/.test(path))
      return ['Astro.site', 'import.meta.env.SITE'].map((name) => ({ value, name, as: 'define' }));
    if (outputs.test(key)) return lasting(value, follower);
    if (transforms.test(key)) return [{ value }];
    // What a plugin of Docusaurus writes into every page.
    if (key === 'injectHtmlTags') return [{ value }];
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
  if (on && (name === 'replace' || name === 'replaceAll')) return ofPlaceholder(setting, path);
  if (name === 'defineManifest') return at(first).map((value) => ({ value }));
  if (name === 'crx')
    return at(first)
      .flatMap((each) => follower.membersOf(each))
      .flatMap(({ key, value }): Put[] => (key === 'manifest' ? [{ value }] : []));
  if (name === 'injectScript')
    return first?.kind === 'text' && first.text === 'page-ssr' ? [] : at(second).map((value) => ({ value }));
  const handed = givenToPages(callee, given);
  if (handed.length > 0) return handed.map((each): Put => ({ value: { path, setting: each }, asJson: true }));
  if (name === 'HtmlWebpackPlugin') return at(first).flatMap((each) => ofTemplate(each, follower));
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
    const [first] = textsIn(each.setting);
    return { value: each, ...(first && /^\s*\/(?:\/|\*(?!!))/.test(first) ? { isComment: true } : {}) };
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
