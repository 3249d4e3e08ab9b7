import type { Finding, Severity } from '../model/index.ts';
import { globMatcher } from './glob.ts';

/** Levels of a part of the tree: globs relative to the top, and what is different there. */
export interface Override {
  readonly paths: readonly string[];
  readonly severity?: Severity;
  readonly disable?: readonly string[];
}

/** What the overrides say of one path. */
export interface LevelsThere {
  readonly severity?: Severity;
  readonly disabled: ReadonlySet<string>;
}

const nothing: LevelsThere = { disabled: new Set() };

/**
 * Makes the function that says what is different at a path (relative to the top, with `/`). Of several overrides that
 * match, the last one's severity holds; what any of them disables is off.
 */
export function overridesBy(overrides: readonly Override[]): (path: string) => LevelsThere {
  if (overrides.length === 0) return () => nothing;
  const compiled = overrides.map((override) => ({ override, matches: globMatcher(override.paths) }));
  const known = new Map<string, LevelsThere>();
  return (path) => {
    let levels = known.get(path);
    if (!levels) {
      const here = compiled.filter(({ matches }) => matches(path)).map(({ override }) => override);
      const severity = here.findLast((override) => override.severity !== undefined)?.severity;
      levels = {
        ...(severity === undefined ? {} : { severity }),
        disabled: new Set(here.flatMap((override) => override.disable ?? [])),
      };
      known.set(path, levels);
    }
    return levels;
  };
}

/** The finding with the severity of its place; nothing where its rule is off there. */
export function override(finding: Finding, levels: LevelsThere): Finding | undefined {
  if (levels.disabled.has(finding.ruleId)) return undefined;
  return levels.severity === undefined ? finding : { ...finding, severity: levels.severity };
}
