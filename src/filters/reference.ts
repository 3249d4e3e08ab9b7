import { isEncrypted, isReference } from '../lexicon/index.ts';
import type { Filter } from './filter.ts';

/** Says where the value comes from, or holds it encrypted. */
export const reference: Filter = ({ secret, rule }) => {
  // A shape that a vendor gave says what it is by itself; only a template inside it makes it none.
  if (rule.kind === 'pattern' ? /\$\{|\{\{|\$\(|<%/.test(secret) : isReference(secret)) return 'reference';
  return isEncrypted(secret) ? 'encrypted' : undefined;
};
