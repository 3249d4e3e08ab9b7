import { confidences, type Finding, type Severity, type SuppressionReason, severities } from '../model/index.ts';

/** True where a severity is at least as grave as another. */
export const atLeast = (severity: Severity, least: Severity): boolean =>
  severities.indexOf(severity) <= severities.indexOf(least);

/** Why a finding is below the levels asked for; nothing where it is not. */
export function belowLevels(
  finding: Pick<Finding, 'confidence' | 'severity'>,
  asked: Pick<Finding, 'confidence' | 'severity'>,
): SuppressionReason | undefined {
  if (confidences.indexOf(finding.confidence) > confidences.indexOf(asked.confidence)) return 'low-confidence';
  return atLeast(finding.severity, asked.severity) ? undefined : 'low-severity';
}

/** True where a finding makes the exit code 1. */
export const fails = (finding: Pick<Finding, 'severity'>, failOn: Severity | 'none'): boolean =>
  failOn !== 'none' && atLeast(finding.severity, failOn);
