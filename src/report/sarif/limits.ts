import { visible } from '../../text/index.ts';

/**
 * What GitHub code scanning takes; a file over a limit is refused. Source: docs.github.com, "SARIF support for code
 * scanning", as of 2026-11.
 */
export const limits = {
  resultsOfRun: 25_000,
  locationsOfResult: 1_000,
  locationsOfFlow: 1_000,
  description: 1_024,
  ruleName: 255,
} as const;

/** A text on one line, safe to print, of so many UTF-16 units at most, without links of SARIF's own notation. */
export function plain(text: string, most: number = limits.description): string {
  const line = visible(text.trim().replace(/\s+/g, ' ')).replaceAll('](', '] (');
  return line.length <= most ? line : `${line.slice(0, most - 1).replace(/[\uD800-\uDBFF]$/, '')}…`;
}

/** A plain text that ends as a sentence does. */
export function sentence(text: string, most: number = limits.description): string {
  const line = plain(text, most - 1);
  return /[.!?…]$/.test(line) ? line : `${line}.`;
}
