/** A part of a file that is made of several languages. Offsets are UTF-16 units of the whole file. */
export interface Part {
  /** `matter` are the settings at the top of a document. */
  readonly kind: 'script' | 'frontmatter' | 'markup' | 'style' | 'matter';
  readonly start: number;
  readonly end: number;
  /** The ending of a file that would hold such a script. */
  readonly ending: '.js' | '.ts' | '.tsx' | '.jsx';
  /** The attributes of its tag, as written. */
  readonly attributes: string;
}

const block = /<(script|style)\b((?:[^<>"']|"[^"<]*"|'[^'<]*')*)>([\s\S]*?)(?:<\/\1\s*>|$)/gi;
const fence = /^(?:```|~~~)/gm;
const comment = /<!--[\s\S]*?(?:-->|$)/g;
/** Comments of MDX. */
const documentComment = /<!--[\s\S]*?(?:-->|$)|\{\/\*[\s\S]*?(?:\*\/\}|$)/g;
/** A document with blanks for the code that it shows, in which nothing is a comment. */
const withoutCode = (text: string): string =>
  text.replace(/^(```|~~~)[\s\S]*?^\1|`[^`\n]*`/gm, (code) => code.replace(/[^\n]/g, ' '));

/** True for files of which scripts are only a part. */
export const hasParts = (path: string): boolean => /\.(?:vue|svelte|astro|html?|xhtml|mdx|md)$/i.test(path);

/** Splits a component or a page into its scripts, its styles and what is between them. */
export function partsOf(path: string, text: string): Part[] {
  const parts: Part[] = [];
  let at = 0;
  const front = /\.astro$/.test(path) ? /^\s*---\r?\n?([\s\S]*?)\r?\n?---/.exec(text) : null;
  if (front) {
    const start = front[0].indexOf('---') + 3;
    parts.push({ kind: 'frontmatter', start, end: front[0].length - 3, ending: '.ts', attributes: '' });
    at = front[0].length;
  }
  if (/\.mdx?$/.test(path)) {
    const shown = codeIn(text);
    for (const match of text.matchAll(/^(?:import|export)\s[^\n]*(?:\n(?!\s*\n)[^\n]*)*/gm)) {
      if (shown.some(({ start, end }) => match.index > start && match.index < end)) continue;
      parts.push({
        kind: 'script',
        start: match.index,
        end: match.index + match[0].length,
        ending: '.jsx',
        attributes: '',
      });
    }
    const front = /^---\r?\n[\s\S]*?\n---/.exec(text)?.[0].length ?? 0;
    if (front > 0) parts.push({ kind: 'matter', start: 0, end: front, ending: '.js', attributes: '' });
    parts.push(...markup(path, text, front, text.length));
    return parts;
  }
  for (const match of text.matchAll(block)) {
    const [whole, name = '', attributes = '', body = ''] = match;
    if (match.index < at) continue;
    parts.push(...markup(path, text, at, match.index));
    const start = match.index + whole.lastIndexOf(body, whole.length - `</${name}`.length - 1);
    const isScript = name.toLowerCase() === 'script';
    const typed = /\blang\s*=\s*["']?tsx?\b/i.test(attributes) || /\.astro$/.test(path);
    const runs =
      !/\btype\s*=\s*["']?(?!["'\s]|module|text\/(?:javascript|babel|typescript|jsx)|application\/javascript)/i.test(
        attributes,
      );
    // A script of data (JSON, a template) is a text of the page.
    parts.push({
      kind: isScript ? (runs ? 'script' : 'markup') : 'style',
      start,
      end: start + body.length,
      ending: typed ? '.tsx' : '.jsx',
      attributes,
    });
    // The tag itself belongs to the page.
    if (start > match.index)
      parts.push({ kind: 'markup', start: match.index, end: start, ending: '.js', attributes: '' });
    at = match.index + whole.length;
  }
  parts.push(...markup(path, text, at, text.length));
  return parts;
}

/** Code that a document shows, between fences. */
function codeIn(text: string): { readonly start: number; readonly end: number }[] {
  const shown: { start: number; end: number }[] = [];
  let open: { mark: string; start: number } | undefined;
  for (const { 0: mark, index } of text.matchAll(fence))
    if (!open) open = { mark, start: index };
    else if (open.mark === mark) {
      shown.push({ start: open.start, end: index });
      open = undefined;
    }
  return open ? [...shown, { start: open.start, end: text.length }] : shown;
}

/** Markup without its comments, which compilers of components leave out; pages keep them, those of Astro too. */
function markup(path: string, text: string, start: number, end: number): Part[] {
  const piece = (from: number, to: number): Part[] =>
    to > from ? [{ kind: 'markup', start: from, end: to, ending: '.js', attributes: '' }] : [];
  if (/\.(?:x?html?|astro)$/i.test(path)) return piece(start, end);
  const parts: Part[] = [];
  let at = start;
  const inner = text.slice(start, end);
  const comments = path.endsWith('.mdx') ? withoutCode(inner).matchAll(documentComment) : inner.matchAll(comment);
  for (const { index, 0: whole } of comments) {
    parts.push(...piece(at, start + index));
    at = start + index + whole.length;
  }
  return [...parts, ...piece(at, end)];
}
