import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addedLines, linesInBoth } from '../../src/sources/line-diff.ts';
import { TestRepository } from '../support/git.ts';

const numbersOf = (ranges: readonly { first: number; last: number }[]): number[] =>
  ranges.flatMap(({ first, last }) => Array.from({ length: last - first + 1 }, (_, index) => first + index));

const lines = (text: string): string[] => (text === '' ? [] : text.replace(/\n$/, '').split('\n'));

describe('added lines', () => {
  test.each([
    ['nothing changed', 'a\nb\n', 'a\nb\n', []],
    ['a line in the middle', 'a\nb\n', 'a\nx\nb\n', [2]],
    ['a line at the end, without a line break before', 'a', 'a\nb', [2]],
    ['everything', '', 'a\nb\n', [1, 2]],
    ['a line removed', 'a\nb\nc\n', 'a\nc\n', []],
    ['a line changed', 'a\nb\nc\n', 'a\nB\nc\n', [2]],
    ['a second copy', 'k\na\nb\n', 'k\na\nk\nb\n', [3]],
    ['a line moved down', 'k\na\nb\nc\n', 'a\nb\nk\nc\n', [3]],
    ['an ending with a carriage return', 'a\nb\n', 'a\r\nb\n', [1]],
  ])('%s', (_, before, after, expected) => {
    expect(numbersOf(addedLines(before, after))).toEqual(expected);
  });

  const text = fc
    .array(fc.constantFrom('a', 'b', 'c', '{', '}', ''), { maxLength: 30 })
    .map((all) => all.map((line) => `${line}\n`).join(''));

  test('without them the new text is a part of the old one, in order', () => {
    fc.assert(
      fc.property(text, text, (before, after) => {
        const added = new Set(numbersOf(addedLines(before, after)));
        const kept = lines(after).filter((_, index) => !added.has(index + 1));
        let at = 0;
        for (const line of lines(before)) if (at < kept.length && line === kept[at]) at++;
        expect(at).toBe(kept.length);
      }),
    );
  });

  test('are few: a text with lines put in has no more than these', () => {
    fc.assert(
      fc.property(text, fc.array(fc.nat(), { maxLength: 5 }), (before, places) => {
        const after = lines(before);
        for (const place of places) after.splice(place % (after.length + 1), 0, `new ${place}`);
        expect(numbersOf(addedLines(before, after.map((line) => `${line}\n`).join('')))).toHaveLength(places.length);
      }),
    );
  });

  test('are those that git says, where only one answer is short', () => {
    const before = Array.from({ length: 400 }, (_, index) => `line ${index} ${index % 7}\n`);
    const after = before.flatMap((line, index) =>
      index % 31 === 0 ? ['new\n', line] : index % 43 === 0 ? [] : [line],
    );
    const repository = TestRepository.create({ f: before.join('') });
    repository.stage({ f: after.join('') });
    const hunks = repository
      .git('diff-index', '-p', '-U0', '--cached', 'HEAD')
      .matchAll(/^@@ .* \+(\d+)(?:,(\d+))? @@/gm);
    const expected = [...hunks].flatMap(([, first, count = '1']) =>
      Array.from({ length: Number(count) }, (_, index) => Number(first) + index),
    );
    expect(numbersOf(addedLines(before.join(''), after.join('')))).toEqual(expected);
  });

  test('end in good time on texts that are made to be slow', () => {
    const started = performance.now();
    const few = Array.from({ length: 60_000 }, (_, index) => `${(index * 7919) % 3}`).join('\n');
    const other = Array.from({ length: 60_000 }, (_, index) => `${(index * 31) % 3}`).join('\n');
    expect(addedLines(few, other).length).toBeGreaterThan(0);
    const ladder = (up: boolean) =>
      Array.from({ length: 60_000 }, (_, index) => `${up ? index : 60_000 - index}`).join('\n');
    addedLines(ladder(true), ladder(false));
    // Each stretch holds a single line that stands once on both sides, right at its start.
    const nested = (shift: number) =>
      Array.from({ length: 40_000 }, (_, index) => `${Math.floor((index + shift) / 2)}`).join('\n');
    addedLines(nested(0), nested(1));
    expect(performance.now() - started).toBeLessThan(20_000);
  });
});

test('lines in both lists', () => {
  const range = fc.array(fc.integer({ min: 1, max: 60 }), { maxLength: 40 }).map((all) => {
    const set = [...new Set(all)].sort((a, b) => a - b);
    const ranges: { first: number; last: number }[] = [];
    for (const line of set) {
      const last = ranges.at(-1);
      if (last && last.last === line - 1) ranges[ranges.length - 1] = { first: last.first, last: line };
      else ranges.push({ first: line, last: line });
    }
    return ranges;
  });
  fc.assert(
    fc.property(range, range, (left, right) => {
      const inRight = new Set(numbersOf(right));
      expect(numbersOf(linesInBoth(left, right))).toEqual(numbersOf(left).filter((line) => inRight.has(line)));
    }),
  );
});
