import { exposureKinds, type Finding, severities } from '../../model/index.ts';

/** Findings that belong together, at least one. */
export type Group = readonly [Finding, ...Finding[]];

/** Findings that share a key, groups and members in the order of first sight. */
function groupBy(findings: readonly Finding[], keyOf: (finding: Finding) => string): Group[] {
  const groups = new Map<string, [Finding, ...Finding[]]>();
  for (const finding of findings) {
    const key = keyOf(finding);
    const group = groups.get(key);
    if (group) group.push(finding);
    else groups.set(key, [finding]);
  }
  return [...groups.values()];
}

/** Findings of one file. */
export const byFile = (findings: readonly Finding[]): Group[] => groupBy(findings, ({ file }) => file);

/**
 * Places of one secret, the worst secret first. A short fingerprint (`~`) can belong to several secrets, so it joins
 * places of one file only.
 */
export const bySecret = (findings: readonly Finding[]): Group[] =>
  groupBy(
    [...findings].sort((a, b) => rank(a) - rank(b)),
    ({ ruleId, fingerprint, file }) =>
      JSON.stringify([ruleId, fingerprint, fingerprint.startsWith('~') ? file : undefined]),
  );

/** Severity first, then who can see it; equal ones keep their order. */
const rank = ({ severity, exposure }: Finding): number =>
  severities.indexOf(severity) * exposureKinds.length + exposureKinds.indexOf(exposure.kind);
