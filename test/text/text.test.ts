import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  count,
  duration,
  fitEnd,
  fitStart,
  list,
  shellWord,
  size,
  thousands,
  visible,
  visibleJson,
  width,
} from '../../src/text/index.ts';

describe('text made safe', () => {
  test.each([
    ['plain', 'plain'],
    ['naïve 日本 😀', 'naïve 日本 😀'],
    ['\x1b[2J', '\\x1b[2J'],
    ['a\nb\rc\td', 'a\\nb\\rc\\td'],
    ['\x7f\x9b31m', '\\x7f\\x9b31m'],
    ['a\u202eb\u2066c\u200bd\ufeff', 'a\\u202eb\\u2066c\\u200bd\\ufeff'],
    ['\u2028\u2029', '\\u2028\\u2029'],
    ['\ud800x', '\\ud800x'],
    ['\u{e0041}', '\\u{e0041}'],
  ])('%j is shown as %s', (text, shown) => {
    expect(visible(text)).toBe(shown);
  });

  test('holds nothing a terminal acts on, whatever it is made of', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(visible(text)).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/u);
      }),
    );
  });

  test('as JSON reads back the same', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary' })), (value) => {
        const json = visibleJson(JSON.stringify(value, null, 2));
        expect(JSON.parse(json)).toEqual(value);
        expect(json.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/u);
      }),
    );
  });

  test('as a word of a shell is one word', () => {
    expect(shellWord('src/a.ts')).toBe('src/a.ts');
    expect(shellWord("it's $(id)")).toBe("'it'\\''s $(id)'");
    expect(shellWord('~ab12')).toBe("'~ab12'");
    expect(shellWord('')).toBe("''");
  });
});

describe('width', () => {
  test.each([
    ['abc', 3],
    ['日本', 4],
    ['한글', 4],
    ['ｆｕｌｌ', 8],
    ['😀', 2],
    ['e\u0301', 1],
    ['…→›', 3],
    ['', 0],
  ])('of %s is %d', (text, columns) => {
    expect(width(text)).toBe(columns);
  });

  test('a fitted piece is a start or an end, fits, and takes all it can', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.integer({ min: 0, max: 20 }), (raw, columns) => {
        const text = visible(raw);
        const start = fitStart(text, columns);
        const end = fitEnd(text, columns);
        expect(text.startsWith(start) && text.endsWith(end)).toBe(true);
        expect(width(start)).toBeLessThanOrEqual(columns);
        expect(width(end)).toBeLessThanOrEqual(columns);
        if (width(text) <= columns) expect([start, end]).toEqual([text, text]);
        else expect(width(start)).toBeGreaterThanOrEqual(columns - 1);
      }),
    );
  });
});

test('numbers are said the same everywhere', () => {
  expect([0, 999, 1000, 1234567].map(thousands)).toEqual(['0', '999', '1,000', '1,234,567']);
  expect([count(1, 'file'), count(2, 'file'), count(2, 'entry', 'entries')]).toEqual([
    '1 file',
    '2 files',
    '2 entries',
  ]);
  expect([0, 1, 999, 1000, 1500, 12_345, 999_600, 5_600_000, 2.1e9].map(size)).toEqual([
    '0 bytes',
    '1 byte',
    '999 bytes',
    '1.0 kB',
    '1.5 kB',
    '12 kB',
    '1.0 MB',
    '5.6 MB',
    '2.1 GB',
  ]);
  expect([0.4, 340, 999.7, 2100, 59_990, 185_000].map(duration)).toEqual([
    '0 ms',
    '340 ms',
    '1.0 s',
    '2.1 s',
    '1 min 0 s',
    '3 min 5 s',
  ]);
  expect([list([]), list(['a']), list(['a', 'b']), list(['a', 'b', 'c'])]).toEqual(['', 'a', 'a and b', 'a, b and c']);
});
