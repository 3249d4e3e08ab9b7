import { rules } from '../../rules/index.ts';
import type { Rule } from '../model/index.ts';
import type { RuleChoice } from './messages.ts';

/** The rules that are on: built-in ones by id, then custom ones. */
export function chooseRules({ ids, custom }: RuleChoice): readonly Rule[] {
  const wanted = new Set(ids);
  return [...rules.filter(({ id }) => wanted.has(id)), ...custom];
}
