import { type Outline, type Reading, readOutline } from '../../syntax/outline/index.ts';

const blank = (text: string): string => text.replace(/[^\n]/g, ' ');
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
      (_, open, __, body, end) => open + blank(body) + end,
    )
    .replace(/<!doctype[^<>]*>/gi, blank)
    .replace(/<!--[\s\S]*?(?:-->|$)/g, blank)
    .replace(voids, (tag) => keepExpressions(tag));
  if (front) return readOutline(`${script};<>${markup}</>`, 'page.tsx', reading);
  // Without frontmatter no name stands for anything; three characters more at the start would shift every place.
  return undefined;
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
