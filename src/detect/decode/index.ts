import type { Blob } from '../../model/index.ts';
import type { DecodeBudget } from './budget.ts';
import type { Decoded } from './decoded.ts';
import { decodedRuns } from './runs.ts';

/** The texts that stand encoded in a content, one after the other. */
export function* decodings(blob: Blob, budget: DecodeBudget): Generator<Decoded> {
  if (blob.encoding !== 'binary') yield* decodedRuns(blob.bytes, budget);
}
