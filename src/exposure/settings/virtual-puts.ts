import type { Setting, TableSetting } from '../../syntax/outline/index.ts';
import { isTest } from '../frameworks/kit.ts';
import type { App } from '../shape.ts';
import { within } from '../tree.ts';
import type { At } from './follow.ts';
import type { Put } from './put.ts';

/** How plugins name modules that are no files; some hide them from others by a character before. */
const named = /['"`](?:\\0)?(virtual:[\w./:@-]{1,100})['"`]/g;
const compared = /===?\s{0,4}['"`]([\w@~#][\w./:@~#-]{0,100})['"`]/g;
const isCode = /\.(?:[cm]?[jt]sx?|vue|svelte|astro|mdx?|html)$/;

/**
 * The code that a plugin of Vite or Rollup gives for modules that are no files: `load(id) { return … }`. It goes into the
 * output where something imports one of them.
 */
export function ofVirtual(table: At<TableSetting>, app: App): Put[] {
  const { entries } = table.setting;
  const member = (name: string): Setting[] => entries.filter(({ key }) => key === name).map(({ value }) => value);
  const loads = member('load');
  if (loads.length === 0 || member('name').length === 0) return [];
  const text = app.tree.read(table.path) ?? '';
  const { start, end } = table.setting;
  const ids = new Set([...text.matchAll(named), ...text.slice(start, end).matchAll(compared)].map(([, id = '']) => id));
  const isImported = [...ids].some((id) => {
    const quoted = new RegExp(`\\b(?:from|import)\\s{0,8}\\(?\\s{0,8}['"]${id.replace(/[./]/g, '\\$&')}['"]`);
    return app.tree.files.some(
      (path) =>
        isCode.test(path) &&
        within(app.folder, path) !== undefined &&
        !isTest(path) &&
        path !== table.path &&
        quoted.test(app.tree.read(path) ?? ''),
    );
  });
  return isImported ? loads.map((setting): Put => ({ value: { path: table.path, setting } })) : [];
}
