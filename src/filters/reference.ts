import { isEncrypted, isReference } from '../lexicon/index.ts';
import type { Filter } from './filter.ts';

/** Says where the value comes from, or holds it encrypted. */
export const reference: Filter = ({ secret }) =>
  isReference(secret) ? 'reference' : isEncrypted(secret) ? 'encrypted' : undefined;
