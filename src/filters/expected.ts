import type { Filter } from './filter.ts';

/** Functions of tests that say what something must be: the last part of the name. */
const expects =
  /(?:^|\.)(?:(?:not\.)?(?:toBe|toEqual|toStrictEqual|toMatchObject|toContain|toContainEqual|toHaveProperty|toHaveBeen(?:Last|Nth)?CalledWith|toReturnWith|eql|eq|equals?|deepEqual|strictEqual|deepStrictEqual|notEqual|notStrictEqual|include|includes|property|calledWith|calledOnceWith|same|match))$/;
const tests = /(?:^|\.)(?:expect|assert|should|t|tap|chai|deepEqual|strictEqual|deepStrictEqual)\b/;

/** What a test expects is made by what it tries, or given to it elsewhere: a name beside it says nothing more. */
export const expected: Filter = ({ site, rule }) => {
  const callee = rule.kind === 'generic' ? site?.call?.callee : undefined;
  return callee !== undefined && expects.test(callee) && tests.test(callee) ? 'not-a-value' : undefined;
};
