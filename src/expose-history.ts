import { expose } from './expose.ts';
import type { Finding, Scope } from './model/index.ts';

/** True for what HEAD and the files around it both have: of anything else nobody can say who sees it now. */
const isThere = ({ provenance }: Finding): boolean =>
  provenance.kind === 'commit' && provenance.history.inHead && provenance.history.inWorkTree;

/**
 * Says of findings of a history who can see them, as far as they stand in HEAD and in the work tree.
 * @returns the same findings in the same order
 */
export async function exposeHistory(
  findings: readonly Finding[],
  scope: Scope,
  signal: AbortSignal,
): Promise<readonly Finding[]> {
  const there = findings.filter(isThere);
  if (there.length === 0) return findings;
  const asFiles = there.map(
    (finding): Finding => ({ ...finding, provenance: { kind: 'file', path: finding.provenance.path } }),
  );
  // History prints paths from the top.
  const decided = await expose(asFiles, { ...scope, cwd: scope.top }, signal);
  const byFinding = new Map(there.map((finding, index) => [finding, decided[index] ?? finding]));
  return findings.map((finding) => {
    const { exposure, severity } = byFinding.get(finding) ?? finding;
    return { ...finding, exposure, severity };
  });
}
