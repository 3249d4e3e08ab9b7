import type { Report, Severity } from '../model/index.ts';
import { fails } from '../triage/levels.ts';

/** What the process ends with. Never 0 where something was not looked at, never 1 on a crash. */
export const exitCodes = { clean: 0, findings: 1, usage: 2, incomplete: 3, interrupted: 130 } as const;
export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];

/** Findings count first: where there are gaps too, the report lists them. */
export function exitCodeOf(report: Pick<Report, 'findings' | 'complete'>, failOn: Severity | 'none'): ExitCode {
  if (report.findings.some((finding) => fails(finding, failOn))) return exitCodes.findings;
  return report.complete ? exitCodes.clean : exitCodes.incomplete;
}
