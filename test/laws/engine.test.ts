import { describe, expect, test } from 'vitest';
import { rules } from '../../rules/index.ts';
import type { Leak, Rule } from '../../src/model/index.ts';
import { blobOf, openInspector, textAt } from '../support/inspect.ts';
import { pathOf, textOf } from '../support/match-rule.ts';

const together = openInspector(rules);
const spot = ({ text, start, secret }: Leak): string =>
  `${Buffer.byteLength(text.slice(0, start))}+${Buffer.byteLength(secret)}`;
const isFile = ({ kind }: Rule): boolean => kind === 'path';

describe.each(rules.map((rule) => [rule.id, rule] as const))('%s in the engine', (id, rule) => {
  const { leaks, clean } = rule.examples();
  const alone = openInspector([rule]);

  test('finds each leak at its exact place when it is alone', () => {
    for (const leak of leaks) {
      const { findings } = alone.inspect(blobOf(leak.text, pathOf(leak)));
      expect(findings.map((found) => (isFile(rule) ? 'file' : `${found.byteOffset}+${found.byteLength}`))).toContain(
        isFile(rule) ? 'file' : spot(leak),
      );
    }
  });

  test('is the only one to report each leak when all rules are on', () => {
    for (const leak of leaks) {
      const { findings } = together.inspect(blobOf(leak.text, pathOf(leak)));
      const here = findings.filter((found) =>
        isFile(rule) ? found.ruleId === id : found.byteLength > 0 && textAt(leak.text, found).includes(leak.secret),
      );
      expect(here.map(({ ruleId }) => ruleId)).toEqual([id]);
    }
  });

  test('leaves each clean text alone', () => {
    for (const example of clean) {
      const { findings } = alone.inspect(blobOf(textOf(example), pathOf(example)));
      expect(
        findings
          .filter(({ severity }) => severity !== 'note' || rule.severity === 'note')
          .map(({ ruleId }) => [ruleId, textOf(example)]),
      ).toEqual([]);
    }
  });
});
