import { visibleJson } from '../text/index.ts';
import { findingShape, headShape } from './json-shape.ts';
import type { Reporter } from './options.ts';
import { rulesOf } from './rule-of.ts';

/** One finding a line, and the run itself on the last. With `verbose`, suppressed findings as well. */
export const jsonl: Reporter = (report, { verbose }) => {
  const rule = rulesOf(report);
  const findings = [...report.findings, ...(verbose ? report.suppressed : [])];
  const records = [
    ...findings.map((finding) => ({ kind: 'finding', ...findingShape(finding, rule(finding)) })),
    { kind: 'summary', ...headShape(report) },
  ];
  return records.map((record) => `${visibleJson(JSON.stringify(record))}\n`).join('');
};
