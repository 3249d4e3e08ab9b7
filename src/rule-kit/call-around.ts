import { skipped } from './containers.ts';

/** Calls in the text of a program, and what the names in them were given: good enough where code is plain. */

/** A call: its text from the name of what is called to its closing bracket, and where that stands. */
export interface Call {
  readonly callee: string;
  readonly text: string;
  readonly start: number;
}

/** Characters before a place in which its call begins. */
const mostBefore = 1_200;
/** Characters that a call takes at most. */
const mostLong = 2_400;
const mostLevels = 4;
const calleeAt = /(?:\bnew\s{1,4})?[\w$]{1,60}(?:(?:\?\.|\.)[\w$]{1,60}){0,4}(?:<[^<>()]{0,80}>)?$/;
/** Calls that make something of a text which is then handed on. */
const passes = /^(?:new\s+)?(?:URL|Request|String|encodeURI)$/;

/**
 * The innermost call that a place is handed to, whatever lists and objects it stands in.
 * @param at a place of `text`, in characters
 * @returns nothing where it stands in the arguments of none, or in a function's body
 */
export function callAround(text: string, at: number): Call | undefined {
  let from = at;
  for (let level = 0; level < mostLevels; level++) {
    const open = openBefore(text, from, Math.max(0, at - mostBefore));
    if (open === undefined) return undefined;
    from = open;
    const before = text.slice(Math.max(0, open - 240), open);
    if (text[open] === '{' && /(?:\)|=>)\s{0,20}$/.test(before)) return undefined;
    if (text[open] !== '(') continue;
    const callee = calleeAt.exec(before)?.[0];
    if (callee === undefined || passes.test(callee)) continue;
    if (/^(?:if|for|while|switch|catch|return|function|await)$/.test(callee)) return undefined;
    const start = open - callee.length;
    return { callee, text: text.slice(start, endOf(text, open)), start };
  }
  return undefined;
}

/** The bracket before a place that is open there. */
function openBefore(text: string, at: number, least: number): number | undefined {
  let depth = 0;
  for (let place = at - 1; place >= least; place--) {
    const character = text[place] as string;
    if (')]}'.includes(character)) depth++;
    else if ('([{'.includes(character) && --depth < 0) return place;
  }
  return undefined;
}

/** The place after the bracket that closes the one at a place. */
function endOf(text: string, open: number): number {
  const most = Math.min(text.length, open + mostLong);
  let depth = 0;
  for (let at = open; at < most; at++) {
    const next = skipped(text, at);
    if (next !== at) {
      at = next - 1;
      continue;
    }
    const character = text[at] as string;
    if ('([{'.includes(character)) depth++;
    else if (')]}'.includes(character) && --depth === 0) return at + 1;
  }
  return most;
}

/**
 * Where the block ends that the start of a text stands in, brackets of quoted texts left out.
 * @param inner objects that stand open at the start, within the block
 * @returns the length of the text where it does not end
 */
export function endOfBlock(text: string, inner: number): number {
  let depth = inner;
  for (let at = 0; at < text.length; at++) {
    const next = skipped(text, at);
    if (next !== at) {
      at = next - 1;
      continue;
    }
    if (text[at] === '{') depth++;
    else if (text[at] === '}' && --depth < 0) return at;
  }
  return text.length;
}

const mostNames = 12;

/**
 * What the names in a text were given where they were declared before it: `const { token } = await load()` for `token`.
 * @param before the program up to the text
 * @returns the declarations, those of the names in them included
 */
export function originsOf(text: string, before: string, depth = 2): string {
  const names = new Set(text.match(/(?<![\w$.'"])[A-Za-z_$][\w$]{0,40}(?![\w$'"]|\s{0,4}\()/g) ?? []);
  const found = [...names].slice(0, mostNames).flatMap((name) => declared(name, before));
  const all = found.join('\n');
  return depth > 1 && all !== '' ? `${all}\n${originsOf(all, before, depth - 1)}` : all;
}

/** The last declaration of a name, up to the end of its line or of the bracket that opens on it. */
function declared(name: string, before: string): string[] {
  const quoted = name.replaceAll('$', '\\$');
  const declaration = new RegExp(
    `(?:\\b(?:const|let|var)\\s{1,4}(?:${quoted}(?![\\w$])|[[{][^=;]{0,160}(?<![\\w$])${quoted}(?![\\w$])[^=;]{0,160}[\\]}])[^=\\n;]{0,80}=|(?<![\\w$.])${quoted}\\s{0,4}=(?![=>]))`,
    'g',
  );
  const last = [...before.matchAll(declaration)].at(-1);
  if (!last) return [];
  const line = /^[^\n;]{0,400}/.exec(before.slice(last.index))?.[0] ?? '';
  const open = line.search(/[([{]\s{0,20}$/);
  return [open < 0 ? line : before.slice(last.index, endOf(before, last.index + open))];
}
