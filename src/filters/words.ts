import { wordShare } from '../lexicon/index.ts';
import type { Filter } from './filter.ts';

const leastShare = 0.62;
const leastLength = 8;

/** Names, slugs and prose where random characters should stand. */
export const words: Filter = (_candidate, body) =>
  body.length >= leastLength && wordShare(body) >= leastShare ? 'words' : undefined;
