import type { RuleHead } from '../src/model/index.ts';
import { headOfRule } from '../src/rule-kit/index.ts';
import { rules } from './index.ts';

/**
 * The heads of all rules. A build replaces this file by one that holds the heads as data and loads a rule file when one of
 * its rules is needed (scripts/lib/rule-catalog.mjs): starting must not cost what hundreds of rules cost.
 */
export const catalog: readonly RuleHead[] = rules.map(headOfRule);
