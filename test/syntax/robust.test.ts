import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readProgram } from '../../src/syntax/index.ts';
import { read, siteOf, sitesOf } from './support.ts';

const folder = fileURLToPath(new URL('.', import.meta.url));
const corpus = readdirSync(folder)
  .filter((name) => name.endsWith('.ts'))
  .map((name) => readFileSync(folder + name));

/** Spans are what a caller cuts bytes with. */
function expectSound(bytes: Uint8Array, path = 'file.tsx'): void {
  const { literals, flags } = readProgram(bytes, path);
  let last = 0;
  for (const { span, content } of [...literals, ...flags.map((flag) => ({ span: flag.span, content: undefined }))]) {
    expect(span.start).toBeGreaterThanOrEqual(0);
    expect(span.end).toBeLessThanOrEqual(bytes.length);
    expect(span.start).toBeLessThanOrEqual(span.end);
    if (content) expect(content.start).toBeLessThanOrEqual(content.end);
    if (content) expect(content.end).toBeLessThanOrEqual(bytes.length);
  }
  for (const { span } of literals) {
    expect(span.start).toBeGreaterThanOrEqual(last);
    last = span.start;
  }
}

describe('broken programs', () => {
  test.each([
    ["const = ;\nconst name = 'value';", 'an error above'],
    ["const name = 'value';\nfunction (", 'an error below'],
    ["<<<<<<< ours\nconst name = 'value';\n=======\nconst name = 'other';\n>>>>>>> theirs", 'merge markers'],
    ["// @flow\ntype A = {| b: ?string |};\nconst name: ?string = 'value';", 'Flow'],
    ["const name = 'value", 'no closing quote'],
    ["#!/usr/bin/env node\nconst name = 'value';", 'a first line for the shell'],
    ["\ufeffconst name = 'value';", 'a byte order mark'],
    ["@decorate({ a: 1 })\nclass A { @field name = 'value'; }", 'decorators'],
  ])('%j is still understood: %s', (program) => {
    expect(siteOf(program, 'value', 'file.js').name).toBe('name');
  });

  test('cut anywhere', () => {
    fc.assert(
      fc.property(fc.constantFrom(...corpus), fc.nat(), fc.nat(), (bytes, from, length) => {
        const start = from % bytes.length;
        expectSound(bytes.subarray(start, start + (length % 4_000)));
      }),
      { numRuns: 150, seed: 3 },
    );
  });

  test('spliced from two', () => {
    fc.assert(
      fc.property(fc.constantFrom(...corpus), fc.constantFrom(...corpus), fc.nat(), fc.nat(), (a, b, i, j) => {
        expectSound(Buffer.concat([a.subarray(0, i % 3_000), b.subarray(j % b.length, (j % b.length) + 3_000)]));
      }),
      { numRuns: 100, seed: 5 },
    );
  });

  test('random bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), fc.constantFrom('a.js', 'a.ts', 'a.json'), (bytes, path) =>
        expectSound(bytes, path),
      ),
      { numRuns: 300, seed: 9 },
    );
  });

  test('random tokens', () => {
    const tokens = fc.constantFrom(
      ...["'a'", '`b${', '}`', '+', '(', ')', '[', ']', '{', '}', ',', ';', '=>', '=', '+=', '.', '...', 'x', 'y'],
      ...['const ', 'let ', 'function ', 'class ', 'enum ', 'import ', 'from ', 'export ', 'return ', 'new ', 'this'],
      ...['.join', '.map', '.split', '?', ':', '??', '||', '&&', '<', '>', '</a>', '/', 'for ', 'of ', 'if ', '\n'],
    );
    fc.assert(
      fc.property(fc.array(tokens, { maxLength: 120 }), fc.constantFrom('a.js', 'a.ts', 'a.tsx'), (list, path) =>
        expectSound(Buffer.from(list.join('')), path),
      ),
      { numRuns: 600, seed: 13 },
    );
  });
});

describe('programs made to hurt', () => {
  const deep = (open: string, close: string, depth: number): string => open.repeat(depth) + close.repeat(depth);

  test.each([
    ['parentheses', deep('(', ')', 50_000)],
    ['lists', deep('[', ']', 50_000)],
    ['functions', deep('()=>{', '}', 20_000)],
    ['conditions', 'a?'.repeat(20_000)],
    ['templates', deep('`${', '}`', 20_000)],
    ['markup', deep('<a>', '</a>', 20_000)],
    ['calls that may be functions', deep('async(', ')', 400)],
    ['type arguments', 'f<'.repeat(3_000)],
  ])('nested %s are given up', (_, text) => {
    const program = read(`const name = 'value'; ${text}`, 'file.tsx');
    expect(program.complete).toBe(false);
  });

  test('100,000 concatenations', () => {
    const text = Array.from({ length: 100_000 }, () => "'a'").join('+');
    expect(sitesOf(read(`const name = ${text};`), 'a'.repeat(100_000))).toHaveLength(1);
  });

  test('100,000 concatenations one statement after another', () => {
    const program = read(`let name = '';\n${"name += 'a';\n".repeat(100_000)}`);
    expect(program.literals.length).toBeGreaterThanOrEqual(100_000);
  });

  test('a chain of constants', () => {
    const chain = Array.from({ length: 5_000 }, (_, index) => `const a${index + 1} = a${index} + 'b';`).join('\n');
    expect(sitesOf(read(`const a0 = 'a';\n${chain}`), `a${'b'.repeat(5_000)}`)).toHaveLength(1);
  });

  test('a chain of constants from the end', () => {
    const chain = Array.from({ length: 5_000 }, (_, index) => `const a${index} = a${index + 1} + 'b';`).join('\n');
    expect(read(`${chain}\nconst a5000 = 'a';`).complete).toBe(false);
  });

  test.each([
    ['a text that doubles', `let a = 'xxxxxxxx'; ${'a += a; '.repeat(60)}`],
    [
      'constants that double',
      Array.from({ length: 60 }, (_, i) => `const a${i} = ${i === 0 ? "'x'" : `a${i - 1} + a${i - 1}`};`).join(''),
    ],
    ['repeat', "const a = 'x'.repeat(1e9) + 'x'.repeat(2 ** 30);"],
    ['padding', "const a = 'x'.padStart(1e9, 'y') + 'z';"],
    ['replacement that grows', "const a = 'xxxxxxxxxxxx'.repeat(1000).replaceAll('x', '$`$`$`$`') + 'z';"],
    ['a loop without an end', "const a = (() => { let b = ''; for (;;) b += 'x'; return b; })() + 'z';"],
    ['a loop that changes nothing', "const a = (() => { while (true); })() + 'z';"],
    ['a function that calls itself', "const f = (x) => f(x + 'a'); const b = f('c') + 'd';"],
    ['functions that call each other', "const f = () => g() + g(); const g = () => f() + f(); const b = f() + 'd';"],
    [
      'many values of many names',
      `${Array.from({ length: 30 }, (_, i) => `const a${i} = x ? 'a' : 'b';`).join('')} const b = ${Array.from({ length: 30 }, (_, i) => `a${i}`).join('+')} + 'c';`,
    ],
    [
      'a list that grows',
      "const a = (() => { const b = []; for (let i = 0; i < 1e7; i++) b.push('x'); return b.join(''); })() + 'z';",
    ],
    [
      'an array of a given length',
      "const a = Array(1e9).fill('x').join('') + Array.from({ length: 1e9 }, () => 'a').join('');",
    ],
    ['spread of itself', 'const a = [...a, ...a]; const b = a.join("") + "x";'],
    [
      'a pattern that backtracks',
      "const a = 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!'.replace(/(a|a)*$/, '') + 'b';",
    ],
  ])('%s ends', (_, text) => {
    expect(() => read(text)).not.toThrow();
  });

  test('more bytes than the budget has are not parsed', () => {
    expect(read("const name = 'value';", 'file.ts', { budget: { bytes: 10 } })).toMatchObject({
      complete: false,
      literals: [],
    });
  });

  test('10 MB on one line', () => {
    const line = Buffer.from(`const a=[${"'abc'+x,{b:1},".repeat(750_000)}];`);
    expect(readProgram(line, 'bundle.js').complete).toBe(false);
    const some = readProgram(line.subarray(0, 3 << 20), 'bundle.js');
    expect(some.literals.length).toBeGreaterThan(200_000);
  });
});

test('what is no program is not read', () => {
  expect(readProgram(Buffer.from("const a = 'value';"), 'a.py')).toMatchObject({ complete: false, literals: [] });
});

test('spans count bytes, whatever the characters', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom('a', 'é', '€', '😀', ' ', '\n'), maxLength: 700 }), (filler) => {
      const text = `/*${filler}*/ const name = 'v${filler.replaceAll('\n', '')}';`;
      const bytes = Buffer.from(text);
      const [site] = readProgram(bytes, 'a.ts').literals;
      const { start = 0, end = 0 } = site?.content ?? {};
      expect(bytes.subarray(start, end).toString()).toBe(site?.text);
    }),
    { numRuns: 200, seed: 17 },
  );
});

test('Latin-1 is read byte by byte', () => {
  const bytes = Buffer.from("const é = 'välue';", 'latin1');
  const [site] = readProgram(bytes, 'a.js').literals;
  expect(site).toMatchObject({ text: 'välue', content: { start: 11, end: 16 } });
});

test('the innermost string that covers a span is found', () => {
  const text = ['const a = `x', "{'inner'}y`; // 'comment'"].join('$');
  const program = read(text);
  const at = (part: string) => program.literalAt({ start: text.indexOf(part), end: text.indexOf(part) + part.length });
  expect(at('inner')?.text).toBe('inner');
  expect(at('x$')?.text).toBe('xinnery');
  expect(at('comment')).toBeUndefined();
  expect(at('const')).toBeUndefined();
});
