import { relative } from 'node:path';
import type { Finding, Report, Scope } from '../model/index.ts';

/**
 * One report of what was found in files and in the commits that led to them. A secret that stands in the files is told
 * once, where it stands; who accepted it there by a comment has accepted it in those commits.
 * @param tree of files
 * @param history of the same repository
 * @param commits what was looked at besides the files, in words
 */
export function mergeReports(tree: Report, history: Report, commits: string): Report {
  const known = new Set([...tree.findings, ...tree.suppressed].map(keyOf));
  const told = (found: readonly Finding[]): Finding[] =>
    found.filter((finding) => !known.has(keyOf(finding))).map((finding) => seenFrom(tree.scope, finding));
  return {
    ...tree,
    scope: { ...tree.scope, commits },
    rules: [...new Map([...tree.rules, ...history.rules].map((rule) => [rule.id, rule])).values()],
    findings: [...tree.findings, ...told(history.findings)].sort(byPlace),
    suppressed: [...tree.suppressed, ...told(history.suppressed)].sort(byPlace),
    skips: [...tree.skips, ...history.skips],
    counts: {
      files: tree.counts.files + history.counts.files,
      bytes: tree.counts.bytes + history.counts.bytes,
      heldBack: sum(tree.counts.heldBack, history.counts.heldBack),
      skipped: sum(tree.counts.skipped, history.counts.skipped),
    },
    complete: tree.complete && history.complete,
  };
}

/** Names the secret; one whose digest is short, together with its file. */
const keyOf = ({ ruleId, fingerprint, provenance }: Finding): string =>
  JSON.stringify([ruleId, fingerprint, fingerprint.startsWith('~') ? provenance.path : '']);

/** Paths of a history are seen from the top; those of files, from the working directory. */
function seenFrom({ top, cwd = top }: Scope, finding: Finding): Finding {
  if (cwd === top) return finding;
  const seen = (file: string): string => (isNoPath(file) ? file : `${relative(cwd, top) || '.'}/${file}`);
  const related = finding.related.map((step) => ({ ...step, file: seen(step.file) }));
  return { ...finding, file: seen(finding.file), related };
}

const isNoPath = (file: string): boolean => /^(?:commit|tag|note|blob):[0-9a-f]{40,}/.test(file);

const sum = (
  one: Readonly<Record<string, number>>,
  other: Readonly<Record<string, number>>,
): Record<string, number> => {
  const all: Record<string, number> = { ...one };
  for (const [reason, amount] of Object.entries(other)) all[reason] = (all[reason] ?? 0) + amount;
  return all;
};

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** As every report has them. */
const byPlace = (a: Finding, b: Finding): number =>
  compare(a.file, b.file) ||
  a.byteOffset - b.byteOffset ||
  compare(a.ruleId, b.ruleId) ||
  compare(a.fingerprint, b.fingerprint);
