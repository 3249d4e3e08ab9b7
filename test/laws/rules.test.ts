import { describe, expect, test } from 'vitest';
import { rules } from '../../rules/index.ts';
import { matchRule, pathOf, textOf } from '../support/match-rule.ts';

const plain = rules.filter((rule) => rule.kind === 'pattern' || rule.kind === 'named');

/** Each rule against its own examples, the obvious way: no prefilter, no windows, no filters. */
describe.each(plain.map((rule) => [rule.id, rule] as const))('%s alone', (id, rule) => {
  const { leaks, clean } = rule.examples();

  test('finds each leak at its exact place', () => {
    for (const [index, leak] of leaks.entries()) {
      const found = matchRule(rule, leak.text, pathOf(leak));
      expect(
        found.map((match) => `${match.start}+${match.secret.length}`),
        `${id}: leak ${index} is not matched at its place: compare its pattern, its near words and its check with the example`,
      ).toContain(`${leak.start}+${leak.secret.length}`);
    }
  });

  test('leaves each clean text alone', () => {
    for (const [index, example] of clean.entries()) {
      const found = matchRule(rule, textOf(example), pathOf(example));
      expect(
        found.filter(({ judgement }) => judgement.kind !== 'public').map(({ start }) => start),
        `${id}: clean text ${index} is matched: narrow the pattern, or hold it back in the rule's check`,
      ).toEqual([]);
    }
  });
});
