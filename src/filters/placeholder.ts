import { hasPlaceholderShape, isPlaceholderWord, placeholderWord, wordShare } from '../lexicon/index.ts';
import type { Filter } from './filter.ts';

/** A word for a value alone does not make a random key a placeholder: words must fill a good part of it. */
const leastWordShare = 0.5;

/** Masked, elided, in pointed brackets, or made with the word "example". */
export const placeholder: Filter = ({ secret }, body) => {
  if (hasPlaceholderShape(body) || isPlaceholderWord(secret)) return 'placeholder';
  const word = placeholderWord(body);
  if (word === undefined) return undefined;
  return word === 'example' || wordShare(body) >= leastWordShare ? 'placeholder' : undefined;
};
