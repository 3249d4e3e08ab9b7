import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import type { Rule } from '../../src/model/index.ts';
import { holds, listPatterns, type Verdict } from '../support/patterns.ts';

/**
 * A hostile file must not be able to make a pattern take long. `npm run check:patterns` judges every pattern once: with
 * recheck, or where recheck knows no answer by measuring. Here only digests are compared.
 */
const verdicts: Readonly<Record<string, Verdict>> = JSON.parse(
  readFileSync(new URL('pattern-verdicts.json', import.meta.url), 'utf8'),
);
const patterns = await listPatterns(
  fileURLToPath(new URL('../../', import.meta.url)),
  async (): Promise<readonly Rule[]> => (await import('../../rules/index.ts')).rules,
);

test('every pattern was judged to take time in proportion to its text', () => {
  const unjudged = patterns
    .filter((pattern) => !holds(verdicts[pattern.digest], pattern))
    .map(({ places, source, flags }) => `${places.slice(0, 3).join(', ')}: /${source}/${flags}`);
  expect(unjudged, `run \`npm run check:patterns\`, and rewrite what it refuses:\n${unjudged.join('\n')}`).toEqual([]);
});

test('the patterns of rules are among those that were listed', () => {
  expect(patterns.length).toBeGreaterThan(500);
  expect(patterns.some(({ places }) => places.includes('github-classic-token'))).toBe(true);
});

test('no verdict is kept of a pattern that is gone', () => {
  const digests = new Set(patterns.map(({ digest }) => digest));
  expect(
    Object.keys(verdicts).filter((digest) => !digests.has(digest)),
    'run `npm run check:patterns`',
  ).toEqual([]);
});
