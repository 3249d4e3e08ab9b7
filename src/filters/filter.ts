import type { Candidate, SuppressionReason } from '../model/index.ts';

/**
 * Says why a candidate is no leak, or nothing.
 * @param body the secret without the constant prefix of its kind
 */
export type Filter = (candidate: Candidate, body: string) => SuppressionReason | undefined;
