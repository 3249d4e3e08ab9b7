import { type Finding, type Severity, severities } from '../model/index.ts';

/** True where a severity is at least as grave as another. */
export const atLeast = (severity: Severity, least: Severity): boolean =>
  severities.indexOf(severity) <= severities.indexOf(least);

/** True where a finding makes the exit code 1. */
export const fails = (finding: Pick<Finding, 'severity'>, failOn: Severity | 'none'): boolean =>
  failOn !== 'none' && atLeast(finding.severity, failOn);
