import type { Outline } from '../../syntax/outline/index.ts';
import type { Place } from '../place.ts';
import { partsOf } from './parts.ts';

const voids = /^(?:meta|link|img|br|hr|input|source|area|base|col|embed|track|wbr)$/i;

/**
 * Whether a place stands in what a page sends as it is written, outside of what is computed.
 * @param text the file of the place
 * @param outline what the server makes of the file
 */
export function isPlainMarkup({ path, start, end }: Place, text: string, outline: () => Outline | undefined): boolean {
  if (!/\.(?:astro|mdx?|html|vue|svelte)$/.test(path)) return false;
  if (path.endsWith('.md') && isInComment(text, start)) return true;
  const part = partsOf(path, text).find((each) => start < each.end && end > each.start);
  if (!part) return false;
  if (path.endsWith('.astro') && isDroppedComment(text, start)) return false;
  if (part.kind === 'script')
    return (
      path.endsWith('.astro') &&
      /\bis:inline\b|\bdefine:vars\b/.test(part.attributes) &&
      !isNeverShown(outline()?.units ?? [], start)
    );
  return part.kind === 'markup' && !isComputed(text.slice(part.start, start)) && !isForComponent(text, start);
}

/** True in a branch that is never taken. */
function isNeverShown(units: Outline['units'], at: number): boolean {
  const around = units.filter(({ start, end }) => at >= start && at < end);
  return around.length > 0 && !around.some(({ texts }) => texts.some(({ start, end }) => at >= start && at < end));
}

/** True within the tag of a component that only the server runs: what it makes of the value is not known. */
function isForComponent(text: string, start: number): boolean {
  const open = text.lastIndexOf('<', start);
  const end = text.indexOf('>', start);
  const tag = text.slice(open, end < 0 ? start : end);
  return /^<[A-Z]/.test(tag) && !text.slice(open, start).includes('>') && !/\sclient:/.test(tag);
}

/** True in a comment of markup. */
function isInComment(text: string, at: number): boolean {
  const open = text.lastIndexOf('<!--', at);
  return open >= 0 && !text.slice(open, at).includes('-->');
}

/** True in a comment among what a component is given: Astro leaves those out. */
function isDroppedComment(text: string, at: number): boolean {
  if (!isInComment(text, at)) return false;
  const before = text.slice(0, text.lastIndexOf('<!--', at));
  const around: string[] = [];
  for (const [tag, end, name = ''] of before.matchAll(/<(\/?)([A-Za-z][\w.-]{0,80})(?:[^<>]{0,2000}?)>/g))
    if (end !== '') around.pop();
    else if (!tag.endsWith('/>') && !voids.test(name)) around.push(name);
  return /^[A-Z]/.test(around.at(-1) ?? '');
}

/** True where the end of a piece of markup stands within `{…}`. */
function isComputed(before: string): boolean {
  let depth = 0;
  for (const character of before) {
    if (character === '{') depth++;
    else if (character === '}' && depth > 0) depth--;
  }
  return depth > 0;
}
