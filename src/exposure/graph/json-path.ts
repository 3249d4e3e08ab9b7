import { getLocation } from 'jsonc-parser';
import { isCall, isPosition, without } from '../../syntax/outline/index.ts';

/** Where a value stands in JSON: keys of objects and positions in lists, from the outside. */
export type JsonPath = readonly (string | number)[];

/** @param at in UTF-16 units */
export const pathInJson = (text: string, at: number): JsonPath => getLocation(text, at).path;

/**
 * Whether what code reads of a JSON document takes in the value at a place of it.
 * @param read the members that are read, one of the other; what is read of a list is read of each element
 */
export function reads(read: readonly string[], place: JsonPath): boolean {
  const [step, ...further] = read;
  const [own, ...inner] = place;
  if (step === undefined || own === undefined || isCall(step)) return true;
  if (typeof own === 'number' && !isPosition(step) && step !== '*') return reads(read, inner);
  if (step === '*') return reads(further, inner);
  const left = without(step);
  if (left) return !left.includes(String(own)) && reads(further, inner);
  return step === (typeof own === 'number' ? `#${own}` : own) && reads(further, inner);
}
