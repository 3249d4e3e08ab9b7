import type { CommitRef, Finding, HistoryFacts, Provenance, Report, RuleInfo, Skip, Snippet } from '../model/index.ts';
import { bySeverity, sorted, suppressedByReason } from './tally.ts';

/** The version of the shape: raised when a field changes its meaning or goes. `schema/report.schema.json` describes it. */
export const shapeVersion = 1;

/** UTF-16 units of a snippet in machine formats. */
const longestSnippet = 600;

/** A finding as JSON has it: the fields of `schema/report.schema.json`, in their order. */
export const findingShape = (finding: Finding, rule: RuleInfo) => ({
  ruleId: finding.ruleId,
  title: finding.title,
  severity: finding.severity,
  confidence: finding.confidence,
  evidence: finding.evidence.map(({ text, weight }) => ({ text, weight })),
  file: finding.file,
  line: finding.start.line,
  column: finding.start.column,
  endLine: finding.end.line,
  endColumn: finding.end.column,
  ...(finding.snippet === undefined ? {} : { snippet: neighbourhood(finding.snippet) }),
  fingerprint: finding.fingerprint,
  exposure: {
    kind: finding.exposure.kind,
    way: finding.exposure.way.map(stepShape),
    reason: finding.exposure.reason,
  },
  provenance: provenanceShape(finding.provenance),
  related: finding.related.map(stepShape),
  remediation: rule.remediation,
  ...(finding.suppressed === undefined
    ? {}
    : {
        suppressed: {
          reason: finding.suppressed.reason,
          ...(finding.suppressed.detail === undefined ? {} : { detail: finding.suppressed.detail }),
        },
      }),
});

const stepShape = ({ file, line, why }: Finding['related'][number]) => ({ file, line, why });

/** A commit without its author: a name has no business in a machine report. */
const commitShape = (commit: CommitRef | undefined) =>
  commit === undefined ? undefined : { id: commit.id, date: commit.date };

/** Where a content was seen, field by field; fields without a value are left out by JSON itself. */
export function provenanceShape(provenance: Provenance) {
  const { kind, path } = provenance;
  switch (provenance.kind) {
    case 'commit':
      return { kind, path, history: historyShape(provenance.history) };
    case 'tag':
      return { kind, path, tag: provenance.tag };
    case 'archive-member':
      return { kind, path, archive: provenance.archive };
    case 'bundle':
      return { kind, path, map: provenance.map };
    default:
      return { kind, path };
  }
}

const historyShape = (history: HistoryFacts) => ({
  class: history.class,
  first: commitShape(history.first),
  last: commitShape(history.last),
  removed: commitShape(history.removed),
  inHead: history.inHead,
  inIndex: history.inIndex,
  inWorkTree: history.inWorkTree,
  refs: [...history.refs],
  pushed: history.pushed,
});

/** The masked line, or what is around the secret where it is long. */
function neighbourhood({ text, start, end }: Snippet): string {
  if (text.length <= longestSnippet) return text;
  const around = Math.max(0, Math.floor((longestSnippet - (end - start)) / 2));
  return text.slice(Math.max(0, start - around), Math.min(text.length, start + longestSnippet - around));
}

/** What was looked at and what came of it, in numbers. */
export const summaryShape = (report: Report) => ({
  mode: report.scope.mode,
  roots: [...report.scope.roots],
  files: report.counts.files,
  bytes: report.counts.bytes,
  findings: { total: report.findings.length, ...bySeverity(report.findings) },
  suppressed: suppressedByReason(report),
  heldBack: sorted(report.counts.heldBack),
  skipped: sorted(report.counts.skipped),
});

/** Everything that was not looked at, by choice or by failure. */
export const skippedShape = (skips: readonly Skip[]) =>
  skips.map(({ path, reason, detail }) => ({ path, reason, ...(detail === undefined ? {} : { detail }) }));

/** What stands above the findings: the whole run. */
export const headShape = (report: Report) => ({
  version: shapeVersion,
  tool: { name: report.tool.name, version: report.tool.version },
  complete: report.complete,
  skipped: skippedShape(report.skips),
  summary: summaryShape(report),
});
