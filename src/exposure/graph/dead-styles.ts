import type { Range } from '../../syntax/outline/index.ts';
import type { Part } from './parts.ts';

/** A rule of a style sheet without rules in it. */
const rule = /(?<=^|[{};])\s*([^{};@]{1,400})\{([^{}]{0,4000})\}/g;
/** Where it is not told which classes an element has. */
const isComputed = /\bclass\s*=\s*\{|\bclass\s*=\s*(["'])(?:(?!\1)[^{]){0,400}\{|\{\s*\.\.\.|\bclassList\b|\{@html\b/;

/** Rules of the styles of a Svelte component for classes that none of its elements has: its compiler makes comments of them. */
export function deadStyles(text: string, parts: readonly Part[]): Range[] {
  const styles = parts.filter(({ kind, attributes }) => kind === 'style' && !/\blang\b|\bglobal\b/.test(attributes));
  if (styles.length === 0 || isComputed.test(text)) return [];
  const others = parts.filter(({ kind }) => kind !== 'style').map(({ start, end }) => text.slice(start, end));
  const named = new Set(others.join('\n').match(/[\w-]+/g));
  return styles.flatMap(({ start, end }) =>
    [...text.slice(start, end).matchAll(rule)].flatMap(({ 0: whole, 1: selectors = '', index }) => {
      if (!selectors.split(',').every((each) => fitsNothing(each, named))) return [];
      return [{ start: start + index, end: start + index + whole.length }];
    }),
  );
}

/** True for a selector with a class that is named nowhere. */
const fitsNothing = (selector: string, named: ReadonlySet<string>): boolean =>
  !selector.includes(':global') &&
  [...selector.matchAll(/\.([A-Za-z_][\w-]*)/g)].some(([, name = '']) => !named.has(name));
