import { Canvas } from './canvas.ts';
import { closingBrace } from './markup.ts';
import type { Laid } from './pages.ts';

const fence = /^([ \t>]*)(`{3,}|~{3,})[ \t]*([\w+-]*)[^\n]*$/gm;
const programs = /^(?:js|javascript|jsx|mjs|cjs|node|ts|typescript|tsx|mts|cts)$/i;
const data = /^(?:json|jsonc|json5)$/i;

/** Fenced programs of a document, each in a block of its own; of MDX its imports, exports and expressions, too. */
export function layMarkdown(text: string, isMdx: boolean): Laid {
  const canvas = new Canvas(text);
  let outside = 0;
  fence.lastIndex = 0;
  for (let open = fence.exec(text); open; open = fence.exec(text)) {
    const [line, indent = '', marks = '', language = ''] = open;
    const start = open.index + line.length;
    const close = new RegExp(`^[ \\t>]*${marks[0]}{${marks.length},}[ \\t]*$`, 'gm');
    close.lastIndex = start + 1;
    const found = close.exec(text);
    const end = found?.index ?? text.length;
    if (isMdx) layOutside(text, outside, open.index, canvas);
    if (programs.test(language) || data.test(language)) {
      const [before, after] = data.test(language) ? [';( ', ');'] : [';{ ', '};'];
      canvas.write(open.index + indent.length, before);
      canvas.keep(start, end);
      canvas.write(end + (found?.[0].search(/[`~]/) ?? 0), after);
    }
    outside = end + (found?.[0].length ?? 0);
    fence.lastIndex = outside;
  }
  if (isMdx) layOutside(text, outside, text.length, canvas);
  return { text: canvas.toString(), dialect: 'tsx' };
}

/** Of MDX outside of fences: paragraphs that import or export, and what stands in braces. */
function layOutside(text: string, from: number, to: number, canvas: Canvas): void {
  const paragraph = /^(?:import|export)\s[\s\S]*?(?=\r?\n[ \t]*\r?\n|$(?![\s\S]))|\{/gm;
  paragraph.lastIndex = from;
  for (let found = paragraph.exec(text); found && found.index < to; found = paragraph.exec(text)) {
    const start = found.index;
    if (found[0] !== '{') {
      canvas.keep(start, Math.min(to, start + found[0].length));
      continue;
    }
    const end = closingBrace(text, start);
    const name = /(?<!\w)([A-Za-z_]\w*)=$/.exec(text.slice(Math.max(from, start - 60), start))?.[1];
    if (name !== undefined) {
      canvas.write(start - name.length - 2, ';');
      canvas.keep(start - name.length - 1, start);
    } else canvas.write(start - 1, ';');
    canvas.write(start, '(');
    canvas.keep(start + 1, end);
    canvas.write(end, ')');
    paragraph.lastIndex = Math.max(end, start + 1);
  }
}
