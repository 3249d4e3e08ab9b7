import type { Range } from '../../syntax/outline/index.ts';
import type { Part } from './parts.ts';

const mostSelector = 400;
/** Where it is not told which classes an element has. */
const isComputed = /\bclass\s*=\s*\{|\bclass\s*=\s*(["'])(?:(?!\1)[^{]){0,400}\{|\{\s*\.\.\.|\bclassList\b|\{@html\b/;

/** Rules of the styles of a Svelte component for classes that none of its elements has: its compiler makes comments of them. */
export function deadStyles(text: string, parts: readonly Part[]): Range[] {
  const styles = parts.filter(({ kind, attributes }) => kind === 'style' && !/\blang\b|\bglobal\b/.test(attributes));
  if (styles.length === 0 || isComputed.test(text)) return [];
  const others = parts.filter(({ kind }) => kind !== 'style').map(({ start, end }) => text.slice(start, end));
  const named = new Set(others.join('\n').match(/[\w-]+/g));
  return styles.flatMap((style) =>
    rulesIn(text, style)
      .filter(({ selectors }) => selectors.split(',').every((each) => fitsNothing(each, named)))
      .map(({ range }) => range),
  );
}

/** The rules of a style sheet without rules in them. */
function rulesIn(text: string, { start, end }: Range): { readonly selectors: string; readonly range: Range }[] {
  const rules: { selectors: string; range: Range }[] = [];
  for (let open = text.indexOf('{', start); open >= 0 && open < end; open = text.indexOf('{', open + 1)) {
    const close = text.indexOf('}', open);
    if (close < 0 || close > end) break;
    if (text.slice(open + 1, close).includes('{')) continue;
    const before = text.slice(Math.max(start, open - mostSelector), open);
    const from = open - before.length + Math.max(...['{', '}', ';'].map((each) => before.lastIndexOf(each))) + 1;
    const selectors = text.slice(from, open);
    if (!selectors.includes('@')) rules.push({ selectors, range: { start: from, end: close + 1 } });
  }
  return rules;
}

/** True for a selector with a class that is named nowhere. */
const fitsNothing = (selector: string, named: ReadonlySet<string>): boolean =>
  !selector.includes(':global') &&
  [...selector.matchAll(/\.([A-Za-z_][\w-]*)/g)].some(([, name = '']) => !named.has(name));
