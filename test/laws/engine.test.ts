import { describe, expect, test } from 'vitest';
import { rules } from '../../rules/index.ts';
import type { Finding, Leak } from '../../src/model/index.ts';
import { blobOf, openInspector } from '../support/inspect.ts';
import { pathOf, textOf } from '../support/match-rule.ts';

const together = openInspector(rules);

/** Where the secret of an example stands, in bytes. */
function spanOf({ text, start, secret }: Leak): { start: number; end: number } {
  const from = Buffer.byteLength(text.slice(0, start));
  return { start: from, end: from + Buffer.byteLength(secret) };
}
const place = ({ byteOffset, byteLength }: Finding): string => `${byteOffset} to ${byteOffset + byteLength}`;

/** What rules on a project find is told by other files than the one it stands in. */
const byText = rules.filter(({ kind }) => kind !== 'project');

describe.each(byText.map((rule) => [rule.id, rule] as const))('%s in the engine', (id, rule) => {
  const { leaks, clean } = rule.examples();
  const alone = openInspector([rule]);
  const isFile = rule.kind === 'path';

  test('finds each leak at its exact place when it is alone', () => {
    for (const [index, leak] of leaks.entries()) {
      const { start, end } = spanOf(leak);
      expect(
        alone.inspect(blobOf(leak.text, pathOf(leak))).findings.map(place),
        `${id}: leak ${index} is not found: is an anchor near it, and does no filter hold it back?`,
      ).toContain(isFile ? '0 to 0' : `${start} to ${end}`);
    }
  });

  test('is the only one to report each leak when all rules are on', () => {
    for (const [index, leak] of leaks.entries()) {
      const { start, end } = spanOf(leak);
      const here = together
        .inspect(blobOf(leak.text, pathOf(leak)))
        .findings.filter(({ ruleId, byteOffset, byteLength }) =>
          isFile ? ruleId === id : byteOffset < end && byteOffset + byteLength > start,
        );
      expect(
        here.map(({ ruleId }) => ruleId),
        `${id}: say with \`supersedes\` which rule is the closer one for leak ${index}, or tell the two apart`,
      ).toEqual([id]);
    }
  });

  test('leaves each clean text alone', () => {
    for (const [index, example] of clean.entries()) {
      const { findings } = alone.inspect(blobOf(textOf(example), pathOf(example)));
      const loud = findings.filter(({ severity }) => severity !== 'note' || rule.severity === 'note');
      expect(loud.map(place), `${id}: clean text ${index} is reported: narrow the rule`).toEqual([]);
    }
  });
});
