import type { Evidence, Judgement, Match, SuppressionReason } from '../model/index.ts';

/** Nothing to add. */
export const plausible: Judgement = { kind: 'plausible' };

/** Something that makes it likelier (+1), less likely (-1), or only explains (0). */
export const because = (text: string, weight: Evidence['weight'] = 0): Judgement => ({
  kind: 'plausible',
  evidence: [{ text, weight }],
});

/** Shown by a checksum or a structure to be what the vendor issues. */
export const proven = (text: string): Judgement => ({ kind: 'proven', evidence: [{ text, weight: 1 }] });

/** Made to be public. */
export const isPublic = (text: string): Judgement => ({ kind: 'public', evidence: [{ text, weight: 0 }] });

/** Cannot be a leak. */
export const held = (reason: SuppressionReason, detail?: string): Judgement => ({
  kind: 'held',
  reason,
  ...(detail === undefined ? {} : { detail }),
});

/** A check of the whole secret: proven where it holds, held back where it does not. */
export const checksum =
  (holds: (secret: string) => boolean) =>
  (match: Match): Judgement =>
    holds(match.secret) ? proven('checksum valid') : held('bad-checksum');

/** A check of structure: proven where it holds, held back where it does not. */
export const structure =
  (what: string, holds: (secret: string) => boolean) =>
  (match: Match): Judgement =>
    holds(match.secret) ? proven(what) : held('bad-structure', `not ${what}`);
