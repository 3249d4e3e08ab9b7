import { describe, expect, test } from 'vitest';
import { read, resultsOf, siteOf, sitesOf, textAt } from './support.ts';

/** What only TypeScript has, and what Node alone cannot tell: every value an expression may have. */
const cases: Record<string, readonly [program: string, ...results: string[]]> = {
  'an enum': ["enum Part { One = 'ab', Two = 'cd' }\nconst result = Part.One + Part.Two;", 'abcd'],
  'names of a numeric enum': ["enum Part { One, Two }\nconst result = 'x' + Part[1];", 'xTwo'],
  'as const': ["const parts = ['ab', 'cd'] as const;\nconst result = parts.join('');", 'abcd'],
  satisfies: ["const part = 'ab' satisfies string;\nconst result = part + 'cd';", 'abcd'],
  'a non-null assertion': ["const part: string | undefined = 'ab';\nconst result = part! + 'cd';", 'abcd'],
  'an old type assertion': ["const part = <string>'ab';\nconst result = part + 'cd';", 'abcd'],
  'a namespace': ["namespace Keys { export const one = 'ab'; }\nconst result = Keys.one + 'cd';", 'abcd'],
  'a condition that is not known': ["const result = (given ? 'ab' : 'cd') + 'e';", 'abe', 'cde'],
  'a fallback of what is not known': ["const result = 'a' + (given ?? 'b');", 'ab'],
  'a variable that is written twice': [
    "let part = 'a'; if (given) part = 'b';\nconst result = part + 'c';",
    'ac',
    'bc',
  ],
  'a default of a parameter': ["function make(part = 'ab') { const result = part + 'cd'; return result; }", 'abcd'],
  'a default in a pattern': ["const { part = 'ab' } = given;\nconst result = part + 'cd';", 'abcd'],
  'a loop over a list': ["for (const part of ['a', 'b']) { const result = part + 'c'; }", 'ac', 'bc'],
  'a list handed to a callback': ["['a', 'b'].forEach((part) => { const result = part + 'c'; });", 'ac', 'bc'],
  'a field of a class': ["class Keys { part = 'ab'; get() { const result = this.part + 'cd'; } }", 'abcd'],
  'a static field': ["class Keys { static part = 'ab'; }\nconst result = Keys.part + 'cd';", 'abcd'],
  'an inherited field': [
    "class Base { part = 'ab'; } class Keys extends Base { get() { const result = this.part + 'cd'; } }",
    'abcd',
  ],
  'a private field': ["class Keys { #part = 'ab'; get() { const result = this.#part + 'cd'; } }", 'abcd'],
  'a field written in the constructor': [
    "class Keys { constructor() { this.part = 'ab'; } get() { const result = this.part + 'cd'; } }",
    'abcd',
  ],
  'a getter': ["const keys = { get part() { return 'ab'; } };\nconst result = keys.part + 'cd';", 'abcd'],
  'a member written later': ["const keys = {};\nkeys.part = 'ab';\nconst result = keys.part + 'cd';", 'abcd'],
  'a function with members': ["function keys() {}\nkeys.part = 'ab';\nconst result = keys.part + 'cd';", 'abcd'],
  'xor with a step': [
    "const codes = [96, 99]; let part = ''; for (let i = 0; i < codes.length; i++) { part += String.fromCharCode(codes[i] ^ 1); }\nconst result = part + '!';",
    'ab!',
  ],
  'a choice that is not known': ["const keys = { a: 'ab', b: 'cd' };\nconst result = keys[given] + 'e';", 'abe', 'cde'],
  'a switch that is known': [
    "function part(stage) { switch (stage) { case 'a': return 'ab'; case 'b': return 'cd'; default: return 'x'; } }\nconst result = part('b') + part('c');",
    'cdx',
  ],
  'a switch that falls through': [
    "function part(stage) { let made = ''; switch (stage) { case 1: made += 'a'; case 2: made += 'b'; break; default: made = 'x'; } return made; }\nconst result = part(1) + '!';",
    'ab!',
  ],
  'what a function may return': [
    "function part(stage) { if (stage === 'a') return read(); return 'ab'; }\nconst result = part(given) + 'c';",
    'abc',
  ],
  'not what a function changes before it returns it': [
    "function make(x) { let made = ''; for (const a of x) made += a; return made; }\nconst result = 'ab' + make(given);",
  ],
  'what a function that knows nothing may return': [
    "function part(x) { return x; }\nconst result = part(given) + 'c';",
  ],
  'a decoder function': [
    "function decode(codes) { const out = []; for (const code of codes) { out.push(String.fromCharCode(code - 1)); } return out.join(''); }\nconst result = decode([98, 99]) + 'c';",
    'abc',
  ],
  'shadowing by a parameter': ["const part = 'ab'; function make(part) { const result = part + 'c'; }"],
  'shadowing by a block': ["const part = 'ab'; { const part = 'x'; const result = part + 'c'; }", 'xc'],
  hoisting: ["const result = part() + 'c'; function part() { return 'ab'; }", 'abc'],
  'a name that depends on itself': ["const one = two + 'a'; const two = one + 'b'; const result = given + one.length;"],
  'what is written in a way that is not followed': [
    "let part = 'a'; [part] = given;\nconst result = part + 'c';",
    'ac',
  ],
  'a pattern that could run long': ["const result = 'aaaa'.replace(/(a+)+$/, 'b') + 'c';"],
  'own names of every object': ["const result = 'a'['constructor']('return 1') + [].hasOwnProperty('b');"],
};

describe('folding', () => {
  test.each(Object.entries(cases))('%s', (_, [program, ...results]) => {
    expect(resultsOf(program).sort()).toEqual([...results].sort());
  });

  test('a part that is not known leaves a hole', () => {
    const hole = `$${'{…}'}`;
    const source = ['const part = "pw"; const result = `postgres://app:', '{part}@', '{host}/db`;'].join('$');
    expect(siteOf(source, `postgres://app:pw@${hole}/db`)).toMatchObject({ holes: 1, built: { pieces: 4 } });
  });

  test('a folded text covers its whole expression', () => {
    const source = "const é = '€'; const name = 'ab' + 'cd'; // é";
    const site = siteOf(source, 'abcd');
    expect(textAt(source, site.span)).toBe("'ab' + 'cd'");
    expect(site).toMatchObject({ role: 'variable', name: 'name', built: { kind: 'folded', pieces: 2, how: ['+'] } });
    expect(site.content).toBeUndefined();
  });

  test('pieces of a folded text are no values themselves', () => {
    for (const site of read("const name = 'ab' + 'cd';").literals)
      if (site.built.kind === 'literal') expect(site).toMatchObject({ role: 'other' });
  });

  test('each step of a chain of changes is not told, only the last', () => {
    const program = read("let text = 'a'; text += 'b'; text += 'c';");
    expect(sitesOf(program, 'ab')).toEqual([]);
    expect(sitesOf(program, 'abc')).toHaveLength(1);
  });
});
