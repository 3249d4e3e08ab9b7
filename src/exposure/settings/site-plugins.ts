import type { Setting } from '../../syntax/outline/index.ts';
import type { App } from '../shape.ts';
import { type At, Follower } from './follow.ts';
import { textsIn } from './parts.ts';
import { filesMeant, pathsIn } from './paths.ts';
import { buildPrograms } from './programs.ts';

/** Options of a configuration and methods of plugins that name modules for every page. */
const clientModules = /^(?:clientModules|getClientModules)$/;
const themes = /^(?:getThemePath|getTypeScriptThemePath)$/;
const isProgram = /\.(?:[cm]?[jt]sx?|css|scss)$/;

/** What plugins of Docusaurus add to a site. Source: its documentation on the life of plugins. */
export interface PluginParts {
  /** Modules that run in browsers. */
  readonly entries: readonly string[];
  /** Folders that are copied. */
  readonly folders: readonly string[];
}

/** The modules that the configuration of a site and the plugins of the project add to its pages, and its static folders. */
export function pluginParts(app: App): PluginParts {
  const follower = new Follower(app);
  const entries = new Set<string>();
  const folders = new Set<string>();
  for (const { path, settings } of buildPrograms(app)) {
    const named = (value: Setting, whole = false): string[] =>
      filesMeant(
        app,
        path,
        pathsIn({ path, setting: value }, follower).map((name) => name.replace(/^@site\//, '/')),
        whole,
      ).filter((each) => isProgram.test(each));
    for (const { key = '', value } of settings.tables.flatMap((table) => table.entries)) {
      if (clientModules.test(key)) for (const each of named(value)) entries.add(each);
      if (themes.test(key)) for (const each of named(value, true)) entries.add(each);
      if (key === 'staticDirectories') for (const text of textsIn(value)) folders.add(text.replace(/^\.?\//, ''));
    }
    for (const { callee, given } of settings.calls) {
      if (!/(?:^|\.)addRoute$/.test(callee)) continue;
      for (const { key = '', value } of given.flatMap((setting) => follower.membersOf({ path, setting })))
        if (key === 'component' || key === 'modules') for (const each of named(value.setting)) entries.add(each);
    }
  }
  return { entries: [...entries], folders: [...folders] };
}

/** What a call of a plugin gives to pages: `setGlobalData(data)`, `createData('x.json', data)`, `addRoute({ … })`. */
export function givenToPages(callee: string, given: readonly Setting[]): readonly Setting[] {
  if (/(?:^|\.)setGlobalData$/.test(callee)) return given.slice(0, 1);
  if (/(?:^|\.)createData$/.test(callee)) return given.slice(1, 2);
  return /(?:^|\.)addRoute$/.test(callee) ? given.slice(0, 1) : [];
}

/**
 * What a configuration of Docusaurus sends with every page: all of it that JSON can hold, and what a few functions give
 * back. One member each, so that those are seen which the object is given later.
 */
export function wholeSite(path: string, exported: readonly Setting[], follower: Follower): At[] {
  const tables = exported
    .flatMap((setting) => follower.open({ path, setting }))
    .flatMap((each) =>
      each.setting.kind === 'function'
        ? each.setting.returns.flatMap((setting) => follower.open({ path: each.path, setting }))
        : [each],
    );
  return tables.flatMap((each) => follower.membersOf(each)).map(({ value }) => value);
}
