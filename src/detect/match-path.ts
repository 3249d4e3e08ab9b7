import type { Blob, Candidate, GitState, PathRule, RuleHead, SuppressionReason } from '../model/index.ts';
import { decode } from './window.ts';

const committed: readonly GitState[] = ['tracked', 'staged'];
/** Bytes of a file that a path rule gets to see. */
const mostBytes = 1 << 20;

/** Files that must not be committed, whatever they hold. Each is one candidate for the file as such. */
export function matchPaths(
  heads: readonly RuleHead[],
  blob: Blob,
  count: (reason: SuppressionReason) => void,
): Candidate[] {
  const { item } = blob;
  const { path } = item.provenance;
  const found: Candidate[] = [];
  for (const head of heads) {
    if (!head.paths?.test(path)) continue;
    const rule = head.load() as PathRule;
    if (!(rule.when ?? committed).includes(item.git)) continue;
    const text = decode(blob.bytes, 0, Math.min(blob.bytes.length, mostBytes), blob.encoding);
    const judgement = rule.judge({ text, path });
    if (judgement.kind === 'held') count(judgement.reason);
    else found.push({ rule, blob, span: { start: 0, end: 0 }, secret: '', judgement, evidence: [] });
  }
  return found;
}
