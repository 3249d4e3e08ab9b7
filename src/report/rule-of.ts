import type { Finding, Report, RuleInfo } from '../model/index.ts';

/**
 * The rule of each finding. A finding whose rule the report does not list (it cannot happen in a scan) still has its own
 * facts, so that no reporter loses it.
 */
export function rulesOf(report: Report): (finding: Finding) => RuleInfo {
  const byId = new Map(report.rules.map((rule) => [rule.id, rule]));
  return (finding) =>
    byId.get(finding.ruleId) ?? {
      id: finding.ruleId,
      title: finding.title,
      severity: finding.severity,
      description: finding.title,
      remediation: 'Revoke the value where it was issued.',
      references: [],
      environment: [],
    };
}
