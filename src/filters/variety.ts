import { isRegular } from '../lexicon/index.ts';
import type { Filter } from './filter.ts';

/** A sequence, one character again and again, a block said twice: nobody issues such a key. */
export const variety: Filter = (_candidate, body) => (isRegular(body) ? 'low-variety' : undefined);
