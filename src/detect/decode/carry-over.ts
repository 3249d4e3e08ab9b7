import type { Blob, Candidate, Evidence, Span } from '../../model/index.ts';
import type { Refusal } from '../match-pattern.ts';
import type { Decoded } from './decoded.ts';

const opening = 'decoded from ';

/** The decoded text as a content of its own, for the rules that read bytes. */
export const blobOf = ({ bytes, encoding }: Decoded, blob: Blob): Blob => ({
  ...blob,
  bytes,
  encoding,
  offset: 0,
  line: 1,
  column: 0,
  seen: 0,
  whole: false,
});

/** What was decoded, from the innermost encoding outwards, as one piece of evidence. */
function evidenceWith(evidence: readonly Evidence[], { how, note }: Decoded): readonly Evidence[] {
  if (note !== undefined) return [...evidence, { text: note, weight: 0 }];
  const inner = evidence.find(({ text }) => text.startsWith(opening));
  const others = evidence.filter((each) => each !== inner);
  return [...others, { text: inner ? `${inner.text} in ${how}` : opening + how, weight: 0 }];
}

/** Moves what was found in a decoded text to where it stands encoded in the content. */
export function carryOver(candidate: Candidate, decoded: Decoded, blob: Blob): Candidate {
  const moved = ({ start, end }: Span): Span => shifted(decoded.sourceOf(start, end), blob.offset);
  const { related } = candidate;
  return {
    ...candidate,
    blob,
    span: moved(candidate.span),
    encoded: shifted(decoded.source, blob.offset),
    evidence: evidenceWith(candidate.evidence, decoded),
    ...(related
      ? { related: related.map((place) => (place.span ? { ...place, span: moved(place.span) } : place)) }
      : {}),
  };
}

/** The same for what a rule's own check refused. */
export const carryRefusal = (refusal: Refusal, decoded: Decoded, blob: Blob): Refusal => ({
  ...refusal,
  ...shifted(decoded.source, blob.offset),
});

const shifted = ({ start, end }: Span, offset: number): Span => ({ start: start + offset, end: end + offset });
