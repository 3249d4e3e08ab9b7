import type { Severity } from '../model/index.ts';
import { globMatcher } from './glob.ts';

/** A part of the tree with levels of its own: globs relative to the top, and what is different there. */
export interface Override {
  readonly paths: readonly string[];
  /** The severity findings get there, whatever their rule says. */
  readonly severity?: Severity;
  /** Ids of rules that are off there. */
  readonly disable?: readonly string[];
}

/**
 * Makes the function that gives the override of a path (relative to the top, with `/`): the last one that matches it.
 * Globs are read once, and each path is asked about once.
 */
export function overrideFor(overrides: readonly Override[]): (path: string) => Override | undefined {
  if (overrides.length === 0) return () => undefined;
  const readied = overrides.map((override) => ({ override, matches: globMatcher(override.paths) }));
  const known = new Map<string, Override | undefined>();
  return (path) => {
    if (!known.has(path)) known.set(path, readied.findLast(({ matches }) => matches(path))?.override);
    return known.get(path);
  };
}
