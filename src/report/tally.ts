import { type Finding, isFailure, type Report, type Severity, type Skip, severities } from '../model/index.ts';

/** Findings of each severity, the worst first; all severities, in order. */
export function bySeverity(findings: readonly Finding[]): Readonly<Record<Severity, number>> {
  const tally: Record<Severity, number> = { critical: 0, high: 0, medium: 0, low: 0, note: 0 };
  for (const { severity } of findings) tally[severity]++;
  return tally;
}

/** How often each key occurs, keys in the order of the alphabet. */
export function tallyOf(keys: Iterable<string>): Readonly<Record<string, number>> {
  const tally = new Map<string, number>();
  for (const key of keys) tally.set(key, (tally.get(key) ?? 0) + 1);
  return sorted(Object.fromEntries(tally));
}

/** A record with its keys in the order of the alphabet, without zeros. */
export const sorted = (record: Readonly<Record<string, number>>): Readonly<Record<string, number>> =>
  Object.fromEntries(
    Object.entries(record)
      .filter(([, amount]) => amount > 0)
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );

/** Suppressed findings by reason. */
export const suppressedByReason = (report: Report): Readonly<Record<string, number>> =>
  tallyOf(report.suppressed.map((finding) => finding.suppressed?.reason ?? 'ignore-entry'));

/** What exists and was not looked at. */
export const failures = (report: Report): readonly Skip[] => report.skips.filter(isFailure);

/** The worst first: findings by severity, in their order within one. */
export const worstFirst = (findings: readonly Finding[]): readonly Finding[] =>
  severities.flatMap((severity) => findings.filter((finding) => finding.severity === severity));
