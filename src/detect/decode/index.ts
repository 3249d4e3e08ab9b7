import type { Blob } from '../../model/index.ts';
import type { DecodeBudget } from './budget.ts';
import type { Decoded } from './decoded.ts';
import type { MarksMet } from './marks.ts';
import { decodedRuns } from './runs.ts';
import { decodedWide } from './wide.ts';

/** The texts that stand encoded in a content, one after the other. */
export function* decodings({ bytes, encoding }: Blob, marks: MarksMet, budget: DecodeBudget): Generator<Decoded> {
  if (encoding === 'binary') yield* decodedWide(bytes);
  else {
    yield* marks.decoded();
    yield* decodedRuns(bytes, budget);
  }
}
