import type { Candidate, Partner } from '../model/index.ts';
import { latin1 } from './window.ts';

const defaultBytes = 400;

/**
 * Joins a secret with the id it belongs to, where its rule knows the form of one and it stands near: the finding names
 * both places and is surer for it. Of several ids the nearest counts. What was decoded stands beside nothing.
 */
export function withPartner(candidate: Candidate): Candidate {
  const { partner } = candidate.rule;
  if (!partner || candidate.encoded || candidate.judgement.kind === 'public') return candidate;
  const place = nearest(candidate, partner);
  if (!place) return candidate;
  return {
    ...candidate,
    evidence: [...candidate.evidence, { text: `stands beside ${partner.what} it belongs to`, weight: 1 }],
    related: [...(candidate.related ?? []), { span: place, why: `${partner.what} it belongs to` }],
  };
}

/**
 * Candidates that are the other half of one that is reported: one finding names both places.
 * @param isReported whether a candidate becomes a finding, or would if nothing else were said of it
 */
export function halvesOf(
  candidates: readonly Candidate[],
  isReported: (candidate: Candidate) => boolean,
): ReadonlySet<Candidate> {
  const halves = new Set<Candidate>();
  for (const whole of candidates) {
    const { partner } = whole.rule;
    if (partner?.rule === undefined || whole.related === undefined) continue;
    const half = candidates.find(
      ({ rule, span }) => rule.id === partner.rule && whole.related?.some((place) => place.span?.start === span.start),
    );
    if (half && isReported(whole)) halves.add(half);
  }
  return halves;
}

/** Where the nearest id stands, in bytes of the content. */
function nearest(
  { blob, span }: Candidate,
  { pattern, bytes = defaultBytes }: Partner,
): { start: number; end: number } | undefined {
  const [secretStart, secretEnd] = [span.start - blob.offset, span.end - blob.offset];
  const from = Math.max(0, secretStart - bytes);
  const window = latin1(blob.bytes, from, secretEnd + bytes);
  let best: { start: number; end: number } | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (const { index, 0: whole, groups } of window.matchAll(new RegExp(pattern, `${pattern.flags}g`))) {
    const id = groups?.['id'] ?? whole;
    const start = from + index + whole.lastIndexOf(id);
    const end = start + id.length;
    if (start < secretEnd && end > secretStart) continue;
    const far = start >= secretEnd ? start - secretEnd : secretStart - end;
    if (far < least) [best, least] = [{ start: start + blob.offset, end: end + blob.offset }, far];
  }
  return best;
}
