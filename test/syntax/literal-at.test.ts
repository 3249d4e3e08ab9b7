import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import type { LiteralSite, Span } from '../../src/model/index.ts';
import { type Program, readProgram } from '../../src/syntax/index.ts';
import { windowsAround } from '../../src/syntax/windows.ts';

const folder = fileURLToPath(new URL('.', import.meta.url));
const corpus = readdirSync(folder)
  .filter((name) => name.endsWith('.ts'))
  .map((name) => [name, readFileSync(folder + name)] as const);

/** The innermost string around a span, by looking at all of them. */
function slowly({ literals }: Program, { start, end }: Span): LiteralSite | undefined {
  return literals.findLast(
    ({ span, built, text }) =>
      (built.kind === 'literal' || text.includes('$')) && span.start <= start && span.end >= end,
  );
}

describe('the string around a span', () => {
  test.each(corpus)('is the same as among all strings of %s', (path, bytes) => {
    const program = readProgram(bytes, path);
    for (const { span, content, built } of program.literals) {
      if (built.kind !== 'literal' || !content || content.end <= content.start) continue;
      const place = { start: content.start, end: content.start + 1 };
      expect(readProgram(bytes, path).literalAt(place)).toEqual(slowly(program, place));
      expect(program.literalAt({ start: span.start - 1, end: span.end })?.span).not.toEqual(span);
    }
  });

  test('none holds code in a template, nor a comment', () => {
    const text = ['const a = `x', '{ call(/* why */ name) }y`; // z'].join('$');
    const program = readProgram(Buffer.from(text), 'a.ts');
    const at = (part: string) =>
      program.literalAt({ start: text.indexOf(part), end: text.indexOf(part) + part.length });
    expect(at('name')).toBeUndefined();
    expect(at('why')).toBeUndefined();
    expect(at('z')).toBeUndefined();
    expect(at('y`')).toMatchObject({ role: 'variable', name: 'a', holes: 1 });
  });
});

describe('large programs', () => {
  const filler = 'function f(a){return a+"é"}\n'.repeat(20_000);
  const text = `${filler}const key = 'value';\n${filler}send({ other: 'more' });\n${filler}`;
  const bytes = Buffer.from(text);
  const spanOf = (part: string): Span => ({ start: bytes.indexOf(part), end: bytes.indexOf(part) + part.length });

  test('are parsed around the places that matter', () => {
    const around = [spanOf('more'), spanOf('value')];
    const program = readProgram(bytes, 'bundle.js', { around });
    expect(program.complete).toBe(false);
    expect(program.literalAt(spanOf('value'))).toMatchObject({ text: 'value', name: 'key', content: spanOf('value') });
    expect(program.literalAt(spanOf('more'))).toMatchObject({ text: 'more', name: 'other', content: spanOf('more') });
    expect(program.literalAt({ start: 1, end: 2 })).toBeUndefined();
    expect(program.literals.length).toBeLessThan(5_000);
    for (const { span, content } of program.literals) {
      expect(bytes.subarray(span.start, span.end).toString()).toMatch(/^['"].*['"]$/);
      expect(content).toEqual({ start: span.start + 1, end: span.end - 1 });
    }
  });

  test('start windows at the end of a statement, or of a character', () => {
    const many = Buffer.from('é'.repeat(100_000));
    for (const { start, end } of windowsAround(many, [{ start: 90_001, end: 90_003 }])) {
      expect(start % 2).toBe(0);
      expect(end % 2).toBe(0);
    }
    const lines = Buffer.from('a = 1;\n'.repeat(50_000));
    for (const { start } of windowsAround(lines, [{ start: 200_000, end: 200_003 }]))
      expect(start % 7 === 0 || start % 7 === 6).toBe(true);
  });

  test('windows that touch are one', () => {
    expect(
      windowsAround(Buffer.alloc(200_000, 97), [
        { start: 100_000, end: 100_010 },
        { start: 90_000, end: 90_010 },
      ]),
    ).toHaveLength(1);
  });
});
