import { dialectOf, endingOf } from '../languages.ts';
import { own } from '../own.ts';
import { layMarkdown } from './markdown.ts';
import { withoutMarkers } from './merge-markers.ts';
import { layNotebook } from './notebook.ts';
import { type Laid, layPage } from './pages.ts';

/** How the program of a file that holds one among other things is found, by ending. */
const layers: Readonly<Record<string, (text: string) => Laid | undefined>> = {
  astro: (text) => layPage(text, 'astro'),
  htm: (text) => layPage(text, 'html'),
  html: (text) => layPage(text, 'html'),
  ipynb: layNotebook,
  markdown: (text) => layMarkdown(text, false),
  md: (text) => layMarkdown(text, false),
  mdx: (text) => layMarkdown(text, true),
  svelte: (text) => layPage(text, 'svelte'),
  vue: (text) => layPage(text, 'vue'),
  xhtml: (text) => layPage(text, 'html'),
};

/** True for a file that is a program or holds one, by the ending of its path. */
export const isProgram = (path: string): boolean =>
  dialectOf(path) !== undefined || own(layers, endingOf(path)) !== undefined;

/**
 * The program of a file, as long as the file itself: every place in it is a place in the file.
 * Undefined where the file holds none. Needs the compiler.
 */
export function programOf(content: string, path: string): Laid | undefined {
  const text = withoutMarkers(content);
  const dialect = dialectOf(path);
  return dialect ? { text, dialect } : own(layers, endingOf(path))?.(text);
}
