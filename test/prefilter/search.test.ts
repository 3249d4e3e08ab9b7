import fc from 'fast-check';
import { expect, test } from 'vitest';
import { buildAutomaton } from '../../src/prefilter/automaton.ts';
import { packAutomaton, unpackAutomaton } from '../../src/prefilter/packed.ts';
import { newHits, search } from '../../src/prefilter/search.ts';

const find = (anchors: readonly string[], text: string): string[] => {
  const automaton = buildAutomaton(anchors);
  const hits = newHits();
  const cursor = { offset: 0, state: 0 };
  const bytes = Buffer.from(text, 'latin1');
  const found: string[] = [];
  do {
    search(automaton, bytes, cursor, hits);
    for (let at = 0; at < hits.length; at += 2) {
      for (const anchor of automaton.outputs[hits.pairs[at] as number] ?? []) {
        found.push(`${anchor}@${hits.pairs[at + 1]}`);
      }
    }
  } while (cursor.offset < bytes.length);
  return found.sort();
};

const naive = (anchors: readonly string[], text: string): string[] =>
  anchors
    .flatMap((anchor, index) =>
      Array.from({ length: text.length + 1 }, (_, end) => end)
        .filter(
          (end) => end >= anchor.length && text.slice(end - anchor.length, end).toLowerCase() === anchor.toLowerCase(),
        )
        .map((end) => `${index}@${end}`),
    )
    .sort();

const ascii = (least: number, most: number) =>
  fc.string({ unit: fc.constantFrom('a', 'b', 'A', 'B', '_', '1', 'é'), minLength: least, maxLength: most });

test('finds exactly what a naive search finds', () => {
  fc.assert(
    fc.property(fc.uniqueArray(ascii(1, 5), { minLength: 1, maxLength: 12 }), ascii(0, 60), (anchors, text) => {
      expect(find(anchors, text)).toEqual(naive(anchors, text));
    }),
    { numRuns: 500 },
  );
});

test('finds the same in several lanes, and goes on where it stopped', () => {
  const anchors = ['aab', 'ab1a', 'b_', '1aaaa'];
  const texts = fc.array(ascii(0, 90), { minLength: 60, maxLength: 90 }).map((pieces) => pieces.join(''));
  fc.assert(
    fc.property(texts, fc.constantFrom(1, 50), (text, times) => {
      const long = text.repeat(times);
      expect(find(anchors, long)).toEqual(naive(anchors, long));
    }),
    { numRuns: 20 },
  );
});

test('tells hits in ascending order', () => {
  const hits = newHits();
  search(buildAutomaton(['a']), Buffer.from('ab'.repeat(5000)), { offset: 0, state: 0 }, hits);
  const ends = [...hits.pairs.subarray(0, hits.length)].filter((_, at) => at % 2 === 1);
  expect(ends).toEqual(Array.from({ length: 5000 }, (_, at) => 2 * at + 1));
});

test('finds anchors that end inside others', () => {
  expect(find(['he', 'she', 'hers', 'his'], 'ushers')).toEqual(naive(['he', 'she', 'hers', 'his'], 'ushers'));
});

test('is the same after it was packed and unpacked', () => {
  const anchors = ['he', 'she', 'hers', 'his'];
  const automaton = buildAutomaton(anchors);
  expect(unpackAutomaton(Buffer.from(packAutomaton({ anchors, automaton })))).toEqual({ anchors, automaton });
});
