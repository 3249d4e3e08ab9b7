import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { resultsOf } from './support.ts';

/** What Node makes of `result` in a program of our own: nothing where the program throws (half a pair in a URL). */
function computed(program: string): unknown[] {
  try {
    return [new Function(`${program}\nreturn result;`)()];
  } catch {
    return [];
  }
}

const quote = (text: string): string => JSON.stringify(text);
const word = fc.string({ minLength: 0, maxLength: 6, unit: fc.constantFrom(...'abcXYZ019 -_/+=é€😀$%"\\\n') });
const ascii = fc.string({ minLength: 0, maxLength: 6, unit: fc.constantFrom(...'abcXYZ019-_.~') });
const index = fc.integer({ min: -4, max: 8 });
const small = fc.integer({ min: 0, max: 5 });

/** Expressions whose value is a string, and that fold whatever they are. */
const { text } = fc.letrec<{ text: string; list: string; number: string; flag: string }>((tie) => ({
  flag: fc.oneof(
    fc.constantFrom('true', 'false', '!0', '!1', '1 < 2', 'null', '""', '"a"'),
    fc.tuple(tie('text'), tie('text')).map(([a, b]) => `(${a} === ${b})`),
    tie('text').map((a) => `${a}.includes("a")`),
  ),
  number: fc.oneof(
    small.map(String),
    tie('text').map((a) => `${a}.length`),
    fc.tuple(small, small).map(([a, b]) => `(${a} + ${b} * 2 - 1)`),
    fc.tuple(small, small).map(([a, b]) => `(${a} ^ ${b})`),
    fc.constantFrom('parseInt("7f", 16)', 'Number("12")', '~~3.7', '-1', '(0x41 & 0xff)', '"abc".indexOf("c")'),
  ),
  list: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.array(tie('text'), { maxLength: 3 }).map((items) => `[${items.join(', ')}]`),
    tie('text').map((a) => `${a}.split("")`),
    fc.tuple(tie('text'), ascii).map(([a, b]) => `${a}.split(${quote(b)})`),
    tie('list').map((a) => `[...${a}, "z"]`),
    tie('list').map((a) => `${a}.reverse()`),
    tie('list').map((a) => `${a}.map((item) => item + "!")`),
    tie('list').map((a) => `${a}.map(function (item, at) { return at + item; })`),
    tie('list').map((a) => `${a}.filter((item) => item !== "a")`),
    fc.tuple(tie('list'), index, index).map(([a, b, c]) => `${a}.slice(${b}, ${c})`),
    fc.tuple(tie('list'), tie('list')).map(([a, b]) => `${a}.concat(${b})`),
    tie('text').map((a) => `Array.from(${a})`),
    tie('text').map((a) => `Object.values({ a: ${a}, b: "c" })`),
    fc
      .array(small, { maxLength: 4 })
      .map((codes) => `[${codes.map((code) => 97 + code).join(', ')}].map((c) => String.fromCharCode(c ^ 1))`),
  ),
  text: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    word.map(quote),
    word.map((a) => `\`${a.replace(/[\\`$]/g, '\\$&')}\``),
    fc.tuple(tie('text'), tie('text')).map(([a, b]) => `(${a} + ${b})`),
    fc.tuple(tie('text'), tie('number')).map(([a, b]) => `(${a} + ${b})`),
    fc.tuple(tie('number'), tie('text')).map(([a, b]) => `(${a} + ${b})`),
    fc.tuple(tie('text'), tie('number')).map(([a, b]) => `\`x\${${a}}y\${${b}}\``),
    ascii.map((a) => `String.raw\`${a}\\n\${${quote(a)}}\``),
    fc.tuple(tie('list'), ascii).map(([a, b]) => `${a}.join(${quote(b)})`),
    tie('list').map((a) => `${a}.join()`),
    tie('list').map((a) => `${a}.reduce((all, item) => all + item, "")`),
    fc.tuple(tie('text'), index, index).map(([a, b, c]) => `${a}.slice(${b}, ${c})`),
    fc.tuple(tie('text'), index, index).map(([a, b, c]) => `${a}.substring(${b}, ${c})`),
    fc.tuple(tie('text'), index, small).map(([a, b, c]) => `${a}.substr(${b}, ${c})`),
    fc.tuple(tie('text'), index).map(([a, b]) => `${a}.charAt(${b})`),
    fc.tuple(tie('text'), small).map(([a, b]) => `${a}.repeat(${b})`),
    fc.tuple(tie('text'), small, ascii).map(([a, b, c]) => `${a}.padStart(${b}, ${quote(c)})`),
    fc.tuple(tie('text'), small, ascii).map(([a, b, c]) => `${a}.padEnd(${b}, ${quote(c)})`),
    fc.tuple(tie('text'), ascii, word).map(([a, b, c]) => `${a}.replace(${quote(b)}, ${quote(c)})`),
    fc.tuple(tie('text'), ascii, word).map(([a, b, c]) => `${a}.replaceAll(${quote(b)}, ${quote(c)})`),
    tie('text').map((a) => `${a}.replace(/[a-c]/g, "_").replace(/\\s+/, "")`),
    tie('text').map((a) => `${a}.trim()`),
    tie('text').map((a) => `${a}.toLowerCase()`),
    tie('text').map((a) => `${a}.toUpperCase()`),
    fc.tuple(tie('text'), tie('text')).map(([a, b]) => `${a}.concat(${b}, 1)`),
    tie('text').map((a) => `${a}.split("").reverse().join("")`),
    fc
      .array(small, { maxLength: 4 })
      .map((codes) => `String.fromCharCode(${codes.map((code) => 97 + code).join(', ')})`),
    fc
      .array(small, { maxLength: 4 })
      .map((codes) => `String.fromCodePoint(...[${codes.map((code) => 128512 + code).join(', ')}])`),
    fc
      .array(small, { maxLength: 4 })
      .map((codes) => `String.fromCharCode.apply(null, [${codes.map((code) => 65 + code).join(', ')}])`),
    ascii.map((a) => `atob(${quote(btoa(a))})`),
    ascii.map((a) => `btoa(${quote(a)})`),
    tie('text').map((a) => `Buffer.from(${a}).toString("base64")`),
    tie('text').map((a) => `Buffer.from(${a}, "utf8").toString("hex")`),
    word.map((a) => `Buffer.from(${quote(Buffer.from(a).toString('base64'))}, "base64").toString("utf8")`),
    word.map((a) => `Buffer.from(${quote(Buffer.from(a).toString('hex'))}, "hex").toString()`),
    word.map((a) => `new TextDecoder().decode(new Uint8Array([${[...Buffer.from(a)].join(', ')}]))`),
    tie('text').map((a) => `encodeURIComponent(${a})`),
    word.map((a) => `decodeURIComponent(${quote(encodeURIComponent(a))})`),
    ascii.map((a) => `unescape(${quote(escape(a))})`),
    tie('text').map((a) => `String(${a})`),
    tie('number').map((a) => `(${a}).toString(16)`),
    fc.tuple(tie('flag'), tie('text'), tie('text')).map(([a, b, c]) => `(${a} ? ${b} : ${c})`),
    fc.tuple(tie('text'), tie('text')).map(([a, b]) => `(${a} || ${b})`),
    fc.tuple(tie('text'), tie('text')).map(([a, b]) => `(${a} && ${b})`),
    fc.tuple(tie('text'), tie('text')).map(([a, b]) => `(${a} ?? ${b})`),
    fc.tuple(tie('text'), tie('text')).map(([a, b]) => `((null ?? ${a}) + (void 0 ?? ${b}))`),
    fc.tuple(tie('text'), tie('text')).map(([a, b]) => `({ a: ${a}, b: { c: ${b} } }).b.c`),
    fc.tuple(tie('text'), tie('text')).map(([a, b]) => `({ a: ${a}, ...{ a: ${b} } })["a"]`),
    fc.tuple(tie('text'), tie('text')).map(([a, b]) => `[${a}, ${b}][1]`),
    word.map((a) => `JSON.parse(${quote(JSON.stringify({ a: [a] }))}).a[0]`),
    tie('text').map((a) => `(() => ${a})()`),
    tie('text').map((a) => `((given, other = "d") => { const inner = given + other; return inner; })(${a})`),
    tie('text').map(
      (a) =>
        `(function () { let all = ""; for (const item of ${a}) { if (item === "a") continue; all += item; } return all; })()`,
    ),
    fc
      .tuple(tie('text'), small)
      .map(
        ([a, b]) => `((from) => { let all = ""; for (let i = 0; i < ${b}; i++) all = all + from; return all; })(${a})`,
      ),
    tie('text').map((a) => `("x", ${a})`),
    tie('text').map((a) => `(class { static kept = ${a}; }).kept`),
  ),
}));

describe('folding gives what Node computes', () => {
  test('for expressions of every kind', () => {
    fc.assert(
      fc.property(text, (expression) => {
        const program = `const result = '<' + ${expression} + '>';`;
        const [value] = computed(program);
        if (value !== undefined) expect(resultsOf(program)).toEqual([value]);
      }),
      { numRuns: 1_500, seed: 7 },
    );
  });

  test('for names that are given by declarations', () => {
    const program = fc.tuple(text, text, text).map(
      ([a, b, c]) => `const first = ${a};
let second = first + "-";
var { third = ${b}, ...others } = { fourth: ${c} };
const [fifth, , sixth = "s"] = [first, second];
function seventh(given = third) { return given + fifth; }
class Eighth { static value = others.fourth; static made() { return Eighth.value + sixth; } }
let ninth = ""; ninth += first; for (const item of [second, third]) { ninth += item; }
const list = []; list.push(first, "l"); list.push(second);
const result = '<' + first + second + third + sixth + seventh() + seventh("x") + Eighth.made() + ninth + list.join("|");`,
    );
    fc.assert(
      fc.property(program, (source) => {
        const [value] = computed(source);
        if (value !== undefined) expect(resultsOf(source)).toEqual([value]);
      }),
      { numRuns: 200, seed: 11 },
    );
  });
});
