import { join } from 'node:path/posix';
import { balancedEnd, configText } from '../frameworks/kit.ts';
import { inside } from '../resolve/tsconfig.ts';
import type { App } from '../shape.ts';
import { folderOf, under, within } from '../tree.ts';

const mostLayers = 20;

/**
 * The folders of the layers that an application of Nuxt is made of besides its own: those in `layers/`, and those that it
 * extends, of which each may extend others. Source: Nuxt's documentation on layers.
 */
export function layersOf(app: App): readonly string[] {
  const own = under(app.folder, 'layers');
  const found = new Set(
    app.tree.below(own).flatMap((path) => {
      const [name, file, ...more] = (within(own, path) ?? '').split('/');
      return more.length === 0 && /^nuxt\.config\.[cm]?[jt]s$/.test(file ?? '') ? [under(own, name ?? '')] : [];
    }),
  );
  for (const folder of [app.folder, ...found]) addExtended(folder, app, found);
  for (const folder of found) if (found.size < mostLayers) addExtended(folder, app, found);
  return [...found].filter((folder) => folder !== app.folder);
}

function addExtended(folder: string, app: App, found: Set<string>): void {
  const text = configText({ ...app, folder }, 'nuxt.config');
  for (const match of text.matchAll(/\bextends\s*:\s*(?=[[('"`])/g)) {
    const open = match.index + match[0].length;
    const list = text[open] === '[' ? text.slice(open, balancedEnd(text, open)) : text.slice(open, open + 200);
    const names = [...list.matchAll(/['"`]([^'"`\n]{1,200})['"`]/g)].map(([, name = '']) => name);
    for (const name of text[open] === '[' ? names : names.slice(0, 1)) {
      const path = /^\.{1,2}(?:\/|$)/.test(name) ? inside(join(folder, name)) : packageNamed(name, app);
      if (path !== undefined && !path.startsWith('..') && app.tree.below(path).length > 0) found.add(path);
    }
  }
}

/** The folder of a package of the project. */
const packageNamed = (name: string, { tree }: App): string | undefined => {
  const file = tree.files.find(
    (path) =>
      /(?:^|\/)package\.json$/.test(path) && !path.includes('node_modules/') && tree.json(path)?.['name'] === name,
  );
  return file === undefined ? undefined : folderOf(file);
};
