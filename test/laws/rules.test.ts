import { describe, expect, test } from 'vitest';
import { rules } from '../../rules/index.ts';
import { matchRule, pathOf, textOf } from '../support/match-rule.ts';

const plain = rules.filter((rule) => rule.kind === 'pattern' || rule.kind === 'named');

describe.each(plain.map((rule) => [rule.id, rule] as const))('%s alone', (_, rule) => {
  const { leaks, clean } = rule.examples();
  test.each(leaks.map((leak, index) => [index, leak] as const))('finds leak %i at its exact place', (_index, leak) => {
    expect(matchRule(rule, leak.text, pathOf(leak)).map(({ secret, start }) => ({ secret, start }))).toContainEqual({
      secret: leak.secret,
      start: leak.start,
    });
  });
  test.each(clean.map((text, index) => [index, text] as const))('leaves clean text %i alone', (_index, example) => {
    const found = matchRule(rule, textOf(example), pathOf(example));
    expect(found.filter(({ judgement }) => judgement.kind !== 'public')).toEqual([]);
  });
});
