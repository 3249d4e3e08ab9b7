import { type Outline, type Reading, readOutline } from '../../syntax/outline/index.ts';
import { partsOf } from './parts.ts';

const blank = (text: string): string => text.replace(/[^\n]/g, ' ');
const isInline = /^<script\b[^<>]*\s(?:is:inline|define:vars)\b/i;
/** Code that the page holds as it is, as a text of a program. */
const asText = (body: string): string =>
  body.length < 5 ? blank(body) : `{\`${body.slice(2, -2).replace(/[`$\\]/g, ' ')}\`}`;
const voids = /<(?:meta|link|img|br|hr|input|source|area|base|col|embed|track|wbr)\b[^<>]*>/gi;

/**
 * Reads a page of Astro as the server does: its frontmatter as a program, its markup as what that program returns.
 * Offsets stay those of the file.
 */
export function readPage(text: string, reading: Reading): Outline | undefined {
  const front = /^\s*---\r?\n?[\s\S]*?\r?\n?---/.exec(text);
  const fence = front ? front[0].length : 0;
  const script = front ? text.slice(0, fence - 3).replace('---', '   ') : '';
  const markup = text
    .slice(fence)
    .replace(
      /(<(script|style)\b[^<>]*>)([\s\S]*?)(<\/\2\s*>|$)/gi,
      (_, open, __, body, end) => open + (isInline.test(open) ? asText(body) : blank(body)) + end,
    )
    .replace(/<!doctype[^<>]*>/gi, blank)
    .replace(/<!--[\s\S]*?(?:-->|$)/g, blank)
    .replace(voids, (tag) => keepExpressions(tag));
  if (front) return readOutline(`${script};<>${markup}</>`, 'page.tsx', reading);
  // Without frontmatter there may be no room for a fragment around: one element is none the less an expression.
  const first = markup.search(/\S/);
  if (first < 0) return undefined;
  return first < 2
    ? readOutline(markup, 'page.tsx', reading)
    : readOutline(`${markup.slice(0, first - 2)}<>${markup.slice(first)}</>`, 'page.tsx', reading);
}

/**
 * Reads a document of MDX as the server does: what it imports and exports as a program, its tags and expressions as
 * markup. Offsets stay those of the file.
 */
export function readDocument(text: string, reading: Reading): Outline | undefined {
  const parts = partsOf('x.mdx', text);
  let script = '';
  let body = text.replace(/^(```|~~~)[\s\S]*?^\1|`[^`\n]*`/gm, blank);
  for (const { kind, start, end } of parts) {
    if (kind === 'script') script += blank(text.slice(script.length, start)) + text.slice(start, end);
    if (kind === 'script' || kind === 'matter')
      body = body.slice(0, start) + blank(body.slice(start, end)) + body.slice(end);
  }
  const own = readOutline(script, 'document.tsx', reading);
  const markup = keepMarkup(body);
  const first = markup.search(/\S/);
  if (!own || first < 2) return own;
  const shown = readOutline(`${markup.slice(0, first - 2)}<>${markup.slice(first)}</>`, 'document.tsx', reading);
  return shown ? { ...own, units: [...own.units, ...shown.units] } : own;
}

/** Tags and expressions only. */
function keepMarkup(text: string): string {
  let kept = '';
  let depth = 0;
  let inTag = false;
  for (const [index, character] of [...text].entries()) {
    if (depth === 0 && character === '<' && /[A-Za-z/>]/.test(text[index + 1] ?? '')) inTag = true;
    if (character === '{') depth++;
    kept += depth > 0 || inTag || character === '\n' ? character : ' '.repeat(character.length);
    if (character === '}' && depth > 0) depth--;
    if (depth === 0 && character === '>') inTag = false;
  }
  return kept;
}

/** `<meta content={X}>` as `{X}`: an element without an end is none of a program's. */
function keepExpressions(tag: string): string {
  let text = '';
  let depth = 0;
  for (const character of tag) {
    if (character === '{') depth++;
    text += depth > 0 || character === '\n' ? character : ' ';
    if (character === '}') depth--;
  }
  return text;
}
