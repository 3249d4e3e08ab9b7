import type { AssignmentSite } from './assignment.ts';
import { bareEndBytes, blankBytes } from './bytes.ts';
import { at, skip } from './read-bytes.ts';
import { latin1 } from './window.ts';

/** Words that stand before the credential in a header. What follows `Basic` is not the credential itself. */
const scheme = /^(?:bearer|token|bot|apikey|api-key|key|ssws|oauth|genie-?key)$/i;
const longestScheme = 8;
const mostValue = 512;
const blank = 0x20;

/**
 * The credential of a header alone: what follows `Bearer` and its like in `Authorization: Bearer …`.
 * @returns nothing where the value does not start with such a word
 */
export function pastScheme(bytes: Uint8Array, site: AssignmentSite): AssignmentSite | undefined {
  let end = site.valueStart;
  while (end - site.valueStart <= longestScheme && at(bytes, end) > blank && !bareEndBytes[at(bytes, end)]) end++;
  if (!blankBytes[at(bytes, end)] || !scheme.test(latin1(bytes, site.valueStart, end))) return undefined;
  const valueStart = skip(bytes, end, blankBytes);
  let valueEnd = valueStart;
  while (valueEnd - valueStart < mostValue && valueEnd < bytes.length && !bareEndBytes[at(bytes, valueEnd)]) valueEnd++;
  return valueEnd > valueStart ? { ...site, valueStart, valueEnd } : undefined;
}
