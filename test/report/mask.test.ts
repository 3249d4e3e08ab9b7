import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { maskLine, maskSecret, snippetOf } from '../../src/detect/mask.ts';
import { b62, fake, fakePassword, hex } from '../../src/rule-kit/index.ts';

describe('the mask of a secret', () => {
  test('shows the prefix of the vendor and the last four characters of a long random value', () => {
    const body = fake(b62, 36);
    expect(maskSecret({ secret: `ghp_${body}`, prefix: 'ghp_' })).toBe(`ghp_…${body.slice(-4)}`);
  });

  test('shows the last four only where twenty stay hidden', () => {
    const long = fake(hex, 24, 3);
    expect(maskSecret({ secret: long, prefix: '' })).toBe(`…${long.slice(-4)}`);
    expect(maskSecret({ secret: long.slice(1), prefix: '' })).toBe('…');
    expect(maskSecret({ secret: `sk-${long.slice(1)}`, prefix: 'sk-' })).toBe('sk-…');
  });

  test.each([
    ['a password', fakePassword(1, 12)],
    ['a passphrase', 'correct horse battery staple and 1 more word'],
    ['words', 'correct-horse-battery-staple-and-more'],
    ['a regular value', `${'ab1'.repeat(12)}`],
    ['a text of many lines', `${fake(b62, 40)}\n${fake(b62, 40)}`],
    ['an end in another script', `${fake(b62, 40)}пароль`],
    ['nothing', ''],
  ])('shows nothing of %s', (_, secret) => {
    expect(maskSecret({ secret, prefix: '' })).toBe('…');
  });

  test('shows nothing of a value that a person chose, however long', () => {
    expect(maskSecret({ secret: fake(b62, 60), prefix: '', random: false })).toBe('…');
  });

  test('shows no prefix that is nearly the whole, or is not there', () => {
    expect(maskSecret({ secret: 'password1', prefix: 'password' })).toBe('…');
    expect(maskSecret({ secret: fake(b62, 12), prefix: 'ghp_' })).toBe('…');
  });

  test('never holds more than prefix and four characters', () => {
    fc.assert(
      fc.property(fc.string(), fc.string({ unit: 'binary' }), fc.boolean(), (prefix, rest, starts) => {
        const secret = starts ? prefix + rest : rest;
        const masked = maskSecret({ secret, prefix });
        const shownHead = masked.slice(0, masked.indexOf('…'));
        const tail = masked.slice(masked.indexOf('…') + 1);
        expect(['', prefix]).toContain(shownHead);
        expect([0, 4]).toContain(tail.length);
        if (tail) expect(secret.length - shownHead.length).toBeGreaterThanOrEqual(24);
        if (secret.length > shownHead.length) expect(masked).not.toContain(secret);
      }),
    );
  });
});

describe('a masked line', () => {
  const line = 'a=SECRET-ONE b=SECRET-TWO';
  const one = { start: 2, end: 12, masked: 'S…ONE' };
  const two = { start: 15, end: 25, masked: '…' };

  test('has every secret masked and says where each mask stands', () => {
    const { text, ranges } = maskLine(line, [two, one]);
    expect(text).toBe('a=S…ONE b=…');
    expect(ranges.map(({ start, end }) => text.slice(start, end))).toEqual(['…', 'S…ONE']);
  });

  test('makes one of secrets that overlap, and shows nothing where one mask would show another secret', () => {
    const inner = { start: 3, end: 9, masked: '…' };
    const atEnd = { start: 8, end: 12, masked: '…' };
    const beyond = { start: 9, end: 16, masked: '…' };
    expect(maskLine(line, [one, inner]).text).toBe('a=S…ONE b=SECRET-TWO');
    expect(maskLine(line, [one, atEnd]).text).toBe('a=… b=SECRET-TWO');
    expect(maskLine(line, [one, beyond]).text).toBe('a=…ECRET-TWO');
    expect(maskLine(line, [one, two, { start: 0, end: 25, masked: '…' }]).text).toBe('…');
  });

  test('shows what the best of several rules for the same range may show', () => {
    const plain = { start: 2, end: 12, masked: '…' };
    for (const order of [
      [one, plain],
      [plain, one],
    ])
      expect(maskLine(line, order).text).toBe('a=S…ONE b=SECRET-TWO');
    expect(maskLine(line, [plain, one, { start: 8, end: 12, masked: '…' }]).text).toBe('a=… b=SECRET-TWO');
  });

  test('shows nothing of a secret that goes on over the end of the line', () => {
    expect(maskLine('key: abcdef', [{ start: 5, end: 400, masked: '-----BEGIN…' }]).text).toBe('key: …');
    expect(maskLine('abcdef"', [{ start: -40, end: 6, masked: '…WXYZ' }]).text).toBe('…"');
  });

  test('holds no character of a secret besides what its mask shows', () => {
    const secretCharacter = 'X';
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 60 }),
        fc.array(fc.tuple(fc.integer({ min: -5, max: 65 }), fc.integer({ min: 0, max: 30 })), { maxLength: 6 }),
        (length, spans) => {
          const secrets = spans.map(([start, size]) => ({ start, end: start + size, masked: '…' }));
          const covered = Array.from({ length }, (_, at) => secrets.some((s) => s.start <= at && at < s.end));
          const { text, ranges } = maskLine(covered.map((is) => (is ? secretCharacter : '.')).join(''), secrets);
          expect(text).not.toContain(secretCharacter);
          expect(text.replaceAll('…', '')).toHaveLength(covered.filter((is) => !is).length);
          for (const [index, { start, end }] of ranges.entries()) {
            const { start: from = 0, end: to = 0 } = secrets[index] ?? {};
            const isSeen = Math.max(0, from) < Math.min(length, to);
            if (isSeen) expect(text.slice(start, end)).toBe('…');
          }
        },
      ),
    );
  });
});

describe('a snippet', () => {
  test('is the neighbourhood of the secret where the line is long', () => {
    const masked = { start: 1_000_000, end: 1_000_040, masked: 'ghp_…1234' };
    const snippet = snippetOf(fake(b62, 1000).repeat(2000), [masked], 0);
    expect(snippet.text.length).toBeLessThan(500);
    expect(snippet.text.slice(snippet.start, snippet.end)).toBe('ghp_…1234');
  });

  test('masks a further copy of the secret, one cut by the edge too', () => {
    const secret = fake(b62, 40);
    const line = `${'.'.repeat(20)}${secret}${'.'.repeat(215)}${secret} // not ${secret}${'.'.repeat(180)}${secret}`;
    const start = 20 + 40 + 215;
    const snippet = snippetOf(line, [{ start, end: start + 40, masked: '…last' }], 0);
    expect(snippet.text).not.toContain(secret.slice(0, 3));
    expect(snippet.text).not.toContain(secret.slice(-3));
    expect(snippet.text.slice(snippet.start, snippet.end)).toBe('…last');
    expect(snippet.text.split('…')).toHaveLength(5);
  });

  test('looks at the neighbourhood alone', () => {
    const line = fake(b62, 1000).repeat(20_000);
    const secrets = Array.from({ length: 200 }, (_, index) => ({
      start: index * 1000,
      end: index * 1000 + 40,
      masked: '…',
    }));
    const started = performance.now();
    for (const index of secrets.keys()) snippetOf(line, secrets, index);
    expect(performance.now() - started).toBeLessThan(2000);
  });

  test('splits no character', () => {
    const line = `${'😀'.repeat(300)}secret${'😀'.repeat(300)}`;
    for (const shift of ['', 'x'])
      expect(
        snippetOf(shift + line, [{ start: 600 + shift.length, end: 606 + shift.length, masked: '…' }], 0).text,
      ).not.toMatch(/\p{Cs}/u);
  });
});
