import { catalog } from '../../rules/catalog.ts';
import type { Rule, RuleHead } from '../model/index.ts';
import type { RuleChoice } from './messages.ts';

/** The rules that are on: built-in ones by id, not loaded yet, then custom ones. */
export function chooseRules({ ids, custom }: RuleChoice): readonly (Rule | RuleHead)[] {
  const wanted = new Set(ids);
  return [...catalog.filter(({ id }) => wanted.has(id)), ...custom];
}
