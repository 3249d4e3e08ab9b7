import type { Settings, TableSetting } from '../../syntax/outline/index.ts';
import type { App } from '../shape.ts';
import { type At, Follower } from './follow.ts';
import { buildPrograms } from './programs.ts';

/** Options by which the table of a build is told. */
const ofBuild = new Set(['entry', 'entryPoints', 'input', 'plugins', 'target', 'platform']);

/** The tables of a program that set up builds for Node. */
export const tablesForNode = (path: string, { tables }: Settings, follower: Follower): TableSetting[] =>
  tables.filter(
    (table) => table.entries.some(({ key = '' }) => ofBuild.has(key)) && isForNode({ path, setting: table }, follower),
  );

/** Whether a place of a program sets up nothing but a build for Node. */
export function setsForNode(app: App, path: string, start: number, end: number): boolean {
  const program = buildPrograms(app).find((each) => each.path === path);
  if (!program) return false;
  return tablesForNode(path, program.settings, new Follower(app)).some(
    (table) => table.start <= start && table.end >= end,
  );
}

import { textsIn } from './parts.ts';

/** True for a table that sets up a build of which Node runs the output. */
export function isForNode(table: At, follower: Follower): boolean {
  const texts = follower
    .membersOf(table)
    .filter(({ key }) => key === 'platform' || key === 'target')
    .flatMap(({ value }) => textsIn(value.setting));
  return texts.some((text) => /^(?:async-)?node|^electron-(?:main|preload)/.test(text));
}
