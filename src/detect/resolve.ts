import type { Candidate, RuleKind } from '../model/index.ts';

const ranks: Record<RuleKind, number> = { pattern: 4, named: 3, syntax: 3, generic: 1, path: 5, project: 5 };
const broadRanks: Partial<Record<RuleKind, number>> = { pattern: 2, syntax: 0 };
const rankOf = ({ rule }: Candidate): number =>
  ('broad' in rule && rule.broad ? broadRanks[rule.kind] : undefined) ?? ranks[rule.kind];

/** Of candidates on the same text the most specific one stays. */
export function resolveOverlaps(candidates: readonly Candidate[]): { kept: Candidate[]; superseded: Candidate[] } {
  const superseded = new Set<Candidate>();
  const sorted = [...candidates].sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end);
  for (let index = 0; index < sorted.length; index++) {
    const one = sorted[index] as Candidate;
    for (let other = index + 1; other < sorted.length; other++) {
      const two = sorted[other] as Candidate;
      if (two.span.start >= one.span.end) break;
      if (superseded.has(two)) continue;
      if (isBetter(one, two)) superseded.add(two);
      else {
        superseded.add(one);
        break;
      }
    }
  }
  return { kept: sorted.filter((candidate) => !superseded.has(candidate)), superseded: [...superseded] };
}

/** True where `one` says more than `two` of the text they share. Total and deterministic. */
function isBetter(one: Candidate, two: Candidate): boolean {
  if (one.rule.supersedes?.includes(two.rule.id)) return true;
  if (two.rule.supersedes?.includes(one.rule.id)) return false;
  const [a, b] = [one, two].map((candidate) => [
    candidate.judgement.kind === 'proven' ? 1 : 0,
    rankOf(candidate),
    'near' in candidate.rule && candidate.rule.near ? 1 : 0,
    candidate.span.end - candidate.span.start,
  ]) as [number[], number[]];
  for (let index = 0; index < a.length; index++) {
    if (a[index] !== b[index]) return (a[index] as number) > (b[index] as number);
  }
  return one.rule.id <= two.rule.id;
}
