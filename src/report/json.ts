import { visibleJson } from '../text/index.ts';
import { findingShape, headShape } from './json-shape.ts';
import type { Reporter } from './options.ts';
import { rulesOf } from './rule-of.ts';

/** One JSON document. With `verbose`, suppressed findings follow the others, each with its reason. */
export const json: Reporter = (report, { verbose }) => {
  const rule = rulesOf(report);
  const findings = [...report.findings, ...(verbose ? report.suppressed : [])];
  const document = { ...headShape(report), findings: findings.map((finding) => findingShape(finding, rule(finding))) };
  return `${visibleJson(JSON.stringify(document, null, 2))}\n`;
};
