import { type Handed, type Reading, valueIn } from '../../syntax/outline/index.ts';
import { shownOf } from './dead-markup.ts';
import { partsOf } from './parts.ts';
import { onServer } from './read-module.ts';

const mostExpressions = 200;
const mostLength = 2_000;

/** What the markup of a component of Vue or Svelte shows that only a server renders: its expressions, but for handlers. */
export function shownIn(path: string, text: string, bundler: Reading): readonly Handed[] {
  const places = shownOf(path, text, partsOf(path, text), onServer(bundler))
    .filter(({ kind }) => kind === 'markup')
    .flatMap(({ start, end }) => (path.endsWith('.vue') ? ofVue(text, start, end) : ofSvelte(text, start, end)));
  return places.slice(0, mostExpressions).flatMap(({ start, end }) => {
    const value = valueIn(text, start, end);
    return value ? [{ kind: 'markup', value, at: start } as const] : [];
  });
}

interface Place {
  readonly start: number;
  readonly end: number;
}

/** `{{ x }}`, `:title="x"`, `v-html="x"`. */
function ofVue(text: string, from: number, to: number): Place[] {
  const shown = /\{\{([^{}]{1,2000})\}\}|\s(?::|v-bind:|v-html|v-text)[\w-]{0,60}="([^"\n]{1,2000})"/g;
  return [...text.slice(from, to).matchAll(shown)].map(({ 0: whole, 1: inner, 2: bound = '', index }) => {
    const start = from + index + (inner === undefined ? whole.length - 1 - bound.length : 2);
    return { start, end: start + (inner ?? bound).length };
  });
}

/** `{x}`, `title={x}`, `{@html x}`; blocks say nothing themselves. */
function ofSvelte(text: string, from: number, to: number): Place[] {
  const found: Place[] = [];
  for (let at = text.indexOf('{', from); at >= 0 && at < to; at = text.indexOf('{', at + 1)) {
    const end = closing(text, at);
    if (end < 0) continue;
    const inner = text.slice(at + 1, end);
    const skipped = /^\s*(?:@html\s|\.\.\.)/.exec(inner)?.[0].length ?? 0;
    const isBlock = /^\s*[#:/@]/.test(inner) && skipped === 0;
    const isHandler = /\bon[\w|:]{1,60}=["']?$/.test(text.slice(Math.max(from, at - 90), at));
    if (!isBlock && !isHandler) found.push({ start: at + 1 + skipped, end });
    if (!isBlock) at = end;
  }
  return found;
}

function closing(text: string, open: number): number {
  let depth = 0;
  for (let at = open; at < Math.min(text.length, open + mostLength); at++) {
    if (text[at] === '{') depth++;
    else if (text[at] === '}' && --depth === 0) return at;
  }
  return -1;
}
