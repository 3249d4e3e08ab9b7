import { join } from 'node:path/posix';
import { globPattern } from '../resolve/glob.ts';
import { inside } from '../resolve/tsconfig.ts';
import type { App, Framework } from '../shape.ts';
import { folderOf, under, within } from '../tree.ts';
import { configText, entriesOf, existing, filesOf, optionText, scriptLines, shape, uses, viteOf } from './kit.ts';

/** A loader of data, or of the parameters of pages. */
const isLoader = /\.(?:data|paths)\.[cm]?[jt]s$/;
/** What a page shows of another file: a snippet of code, or a part of a page. Of a region it is not all. */
const shown =
  /^\s{0,40}<<<\s{1,8}([^\s{#[]{1,300})(?![^\s{[]*#)|<!--\s{0,8}@include:\s{0,8}([^\s{#>]{1,300}?)\s{0,8}(?:\{|-->)/gm;

/** The files that pages show as they are. */
function shownBy(pages: readonly string[], app: App, sources: string): string[] {
  return pages.flatMap((page) =>
    [...(app.tree.read(page) ?? '').matchAll(shown)].flatMap(([, snippet, part]) => {
      const name = (snippet ?? part ?? '').trim();
      const path = name.startsWith('@/')
        ? inside(join(sources, name.slice(2)))
        : inside(join(name.startsWith('/') ? sources : folderOf(page), name));
      return app.tree.has(path) ? [path] : [];
    }),
  );
}

/** VitePress. Source: its documentation on `srcDir`, `srcExclude`, data loading, dynamic routes and snippets. */
export const vitepress: Framework = {
  name: 'VitePress',
  detect: (app) =>
    uses(app, 'vitepress') ||
    existing(app, '.vitepress/config.ts', '.vitepress/config.mts', '.vitepress/config.js').length > 0,
  describe: (app) => {
    const named = scriptLines(app).flatMap((line) => (line.includes('vitepress') ? line.split(/\s+/) : []));
    const base =
      ['', 'docs', ...named].find((folder) => app.tree.in(under(under(app.folder, folder), '.vitepress')).length > 0) ??
      '';
    const text = configText(
      { ...app, folder: under(app.folder, base) },
      '.vitepress/config',
      '.vitepress/config/index',
    );
    const sources = under(base, (optionText(text, 'srcDir') ?? '').replace(/^\.?\/|\/$/g, '').replace(/^\.$/, ''));
    const list = /\bsrcExclude\s*:\s*\[([^[\]]{0,1000})\]/.exec(text)?.[1] ?? '';
    const left = [...list.matchAll(/['"`]([^'"`\n]{1,200})['"`]/g)].map(([, glob = '']) => globPattern(glob));
    const folder = under(app.folder, sources);
    const pages = filesOf(app, sources, /^(?!(?:.*\/)?\.vitepress\/).*\.md$/).filter((path) => {
      const inner = within(folder, path) ?? path;
      return !left.some((pattern) => pattern.test(inner));
    });
    const loaders = filesOf(app, base, /^(?!\.vitepress\/(?:cache|dist)\/).*\.(?:data|paths)\.[cm]?[jt]s$/);
    return shape({
      framework: 'VitePress',
      bundler: viteOf(app, { vitepress: 2 }),
      client: [
        ...entriesOf(pages, 'a page of VitePress'),
        ...entriesOf(filesOf(app, under(base, '.vitepress/theme'), /^index\./), 'the theme of VitePress'),
      ],
      server: entriesOf(loaders, 'runs when VitePress builds'),
      copied: new Set(shownBy(pages, app, folder)),
      // What a loader gives back is written into the page that imports it.
      boundary: (path) => (isLoader.test(path) ? 'server' : undefined),
      handing: (path) => (isLoader.test(path) ? { returns: ['default', 'load', 'paths'], markup: false } : undefined),
      publicFolders: [under(sources, 'public'), under(base, '.vitepress/dist')],
      prefixes: ['VITE_'],
    });
  },
};
