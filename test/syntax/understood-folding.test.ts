import { expect, test } from 'vitest';
import { rules } from '../../rules/index.ts';
import { stripe } from '../../rules/stripe.ts';
import { Inspector } from '../../src/inspect.ts';
import { blobOf, openSettings } from '../support/inspect.ts';

/* A key in every disguise, each alone in its file: nothing else in it may be the reason to read it as a program. */

type Parts = readonly [string, string, string];
const q = (value: unknown): string => JSON.stringify(value);
const base64 = (text: string): string => Buffer.from(text).toString('base64');
const hexOf = (text: string): string => Buffer.from(text).toString('hex');
const split = (text: string, count = 3): string[] => {
  const size = Math.ceil(text.length / count);
  return Array.from({ length: count }, (_, index) => text.slice(index * size, (index + 1) * size));
};

const inspector = new Inspector(rules, { ...openSettings, confidence: 'medium', showPublic: false });
const key = stripe[0]?.examples().leaks[0].secret ?? '';

test.each<readonly [string, (s: string, parts: Parts) => string]>([
  ['plus', (_s, [a, b, c]) => `export const k = ${q(a)} + ${q(b)} + ${q(c)};`],
  ['template', (_s, [a, b, c]) => `const mid = ${q(b)};\nexport const k = \`${a}\${mid}${c}\`;`],
  ['String.raw', (_s, [a, b, c]) => `const mid = ${q(b)};\nexport const k = String.raw\`${a}\${mid}${c}\`;`],
  ['let', (_s, [a, b, c]) => `let head = ${q(a)};\nlet tail = ${q(b + c)};\nexport const k = head + tail;`],
  [
    'enum',
    (_s, [a, b, c]) =>
      `enum Part { A = ${q(a)}, B = ${q(b)}, C = ${q(c)} }\nexport const k = Part.A + Part.B + Part['C'];`,
  ],
  [
    'const enum',
    (_s, [a, b, c]) => `const enum P { A = ${q(a)}, B = ${q(b + c)} }\nexport const k = \`\${P.A}\${P.B}\`;`,
  ],
  [
    'config keys idx',
    (_s, [a, b, c]) =>
      `const CONFIG = { keys: [${q(a)}, ${q(b)}, ${q(c)}] } as const;\nexport const k = CONFIG.keys[0] + CONFIG.keys[1] + CONFIG.keys[2];`,
  ],
  [
    'destr default',
    (_s, [a, b, c]) =>
      `const { x = ${q(a)}, y } = { y: ${q(b)} };\nconst [z = ${q(c)}] = [];\nexport const k = x + y + z;`,
  ],
  [
    'nested destr',
    (_s, [a, b, c]) =>
      `const { p: { q: [one, two] }, ...rest } = { p: { q: [${q(a)}, ${q(b)}] }, t: ${q(c)} };\nexport const k = one + two + rest.t;`,
  ],
  [
    'spread obj',
    (_s, [a, b, c]) =>
      `const base = { a: ${q(a)} };\nconst all = { ...base, b: ${q(b)}, c: ${q(c)} };\nexport const k = all.a + all.b + all.c;`,
  ],
  ['spread arr', (_s, [a, b, c]) => `const x = [${q(a)}, ${q(b)}];\nexport const k = [...x, ${q(c)}].join('');`],
  [
    'satisfies',
    (_s, [a, b, c]) =>
      `const cfg = { a: ${q(a)}, b: ${q(b + c)} } satisfies Record<string, string>;\nexport const k = cfg.a! + (cfg.b as string);`,
  ],
  ['join sep', (s) => `export const k = ${q(s.split('_'))}.join('_');`],
  ['concat', (_s, [a, b, c]) => `export const k = ${q(a)}.concat(${q(b)}, ${q(c)});`],
  ['slice', (s) => `const padded = 'xx${s}yy';\nexport const k = padded.slice(2, -2);`],
  ['substring/substr', (s) => `const p = 'abc' + '${s}';\nexport const k = p.substring(3);`],
  ['replace lit', (s) => `export const k = '${s.slice(0, 20)}#${s.slice(20)}'.replace('#', '');`],
  ['replaceAll', (s) => `export const k = '${[...s].join('-')}'.replaceAll('-', '');`],
  ['replace regex', (s) => `export const k = '${[...s].join('*')}'.replace(/\\*/g, '');`],
  ['reverse', (s) => `export const k = '${[...s].reverse().join('')}'.split('').reverse().join('');`],
  ['spread reverse', (s) => `export const k = [...'${[...s].reverse().join('')}'].reverse().join('');`],
  ['Array.from reverse', (s) => `export const k = Array.from('${[...s].reverse().join('')}').reverse().join('');`],
  ['trim', (_s, [a, b, c]) => `export const k = (' ' + ${q(a)}).trim() + ${q(`${b + c}  `)}.trimEnd();`],
  ['fromCharCode', (s) => `export const k = String.fromCharCode(${[...Buffer.from(s)].join(', ')});`],
  [
    'fromCharCode spread',
    (s) => `const codes = [${[...Buffer.from(s)].join(',')}];\nexport const k = String.fromCharCode(...codes);`,
  ],
  [
    'fromCodePoint map',
    (s) => `export const k = [${[...Buffer.from(s)].join(',')}].map((c) => String.fromCodePoint(c)).join('');`,
  ],
  [
    'fromCharCode.apply',
    (s) =>
      `export const k = String.fromCharCode.apply(null, [${[...Buffer.from(s)].map((x) => `0x${x.toString(16)}`).join(',')}]);`,
  ],
  [
    'xor map',
    (s) =>
      `export const k = [${[...Buffer.from(s)].map((x) => x ^ 7).join(',')}].map(c => String.fromCharCode(c ^ 7)).join('');`,
  ],
  [
    'xor loop',
    (s) =>
      `function un(d: number[]) { let out = ''; for (let i = 0; i < d.length; i++) { out += String.fromCharCode(d[i] ^ 42); } return out; }\nexport const k = un([${[...Buffer.from(s)].map((x) => x ^ 42).join(',')}]);`,
  ],
  [
    'for of',
    (s) => `const parts = ${q(split(s, 5))};\nlet out = '';\nfor (const p of parts) out += p;\nexport const k = out;`,
  ],
  ['reduce', (s) => `export const k = ${q(split(s, 5))}.reduce((a, b) => a + b, '');`],
  ['atob', (s) => `export const k = atob('${base64(s)}');`],
  ['btoa rev', (s) => `export const k = atob('${[...base64(s)].reverse().join('')}'.split('').reverse().join(''));`],
  ['Buffer hex', (s) => `export const k = Buffer.from('${hexOf(s)}', 'hex').toString();`],
  [
    'Buffer b64 utf8',
    (s) => `const enc = 'base64';\nexport const k = Buffer.from('${base64(s)}', enc).toString('utf-8');`,
  ],
  ['Buffer arr', (s) => `export const k = Buffer.from([${[...Buffer.from(s)].join(',')}]).toString();`],
  [
    'decodeURIComponent',
    (s) => `export const k = decodeURIComponent('${[...Buffer.from(s)].map((x) => `%${x.toString(16)}`).join('')}');`,
  ],
  ['unescape', (s) => `export const k = unescape('${[...Buffer.from(s)].map((x) => `%${x.toString(16)}`).join('')}');`],
  [
    'TextDecoder',
    (s) => `export const k = new TextDecoder().decode(new Uint8Array([${[...Buffer.from(s)].join(',')}]));`,
  ],
  [
    'TextDecoder of',
    (s) => `export const k = new TextDecoder('utf-8').decode(Uint8Array.of(${[...Buffer.from(s)].join(',')}));`,
  ],
  [
    'TextDecoder from',
    (s) => `export const k = new TextDecoder().decode(Uint8Array.from([${[...Buffer.from(s)].join(',')}]));`,
  ],
  [
    'JSON.parse',
    (s) => `const o = JSON.parse('{"a":"${s.slice(0, 30)}","b":"${s.slice(30)}"}');\nexport const k = o.a + o.b;`,
  ],
  ['conditional', (_s, [a, b, c]) => `export const k = prod ? ${q(a)} + ${q(b + c)} : 'none';`],
  ['logical', (_s, [a, b, c]) => `export const k = (override || ${q(a)}) + ${q(b + c)};`],
  ['nullish', (_s, [a, b, c]) => `export const k = (given ?? ${q(a)}) + ${q(b)} + ${q(c)};`],
  [
    'default param',
    (_s, [a, b, c]) => `function make(tail = ${q(b + c)}) { return ${q(a)} + tail; }\nexport const k = make();`,
  ],
  [
    'class field',
    (_s, [a, b, c]) => `class A { head = ${q(a)}; tail = ${q(b + c)}; get key() { return this.head + this.tail; } }`,
  ],
  [
    'static',
    (_s, [a, b, c]) => `class A { static head = ${q(a)}; static #t = ${q(b + c)}; static key = A.head + A.#t; }`,
  ],
  [
    'fn const',
    (_s, [a, b, c]) =>
      `const head = () => ${q(a)};\nfunction tail() { return ${q(b + c)}; }\nexport const k = head() + tail();`,
  ],
  ['repeat/pad', (s) => `export const k = '${s.slice(0, -4)}' + 'a'.repeat(4);`],
  ['padStart', (s) => `export const k = '${s.slice(1)}'.padStart(${s.length}, 's');`],
  ['at', (_s, [a, b, c]) => `const p = ${q([a, b, c])};\nexport const k = p.at(0)! + p.at(1) + p.at(-1);`],
  ['toLowerCase', (s) => `export const k = 'SK_LIVE_'.toLowerCase() + '${s.slice(8)}';`],
  [
    'charAt map idx',
    (s) => {
      const al = [...new Set(s)].sort().join('');
      return `const al = '${al}';\nexport const k = [${[...s].map((c) => al.indexOf(c)).join(',')}].map((i) => al[i]).join('');`;
    },
  ],
  [
    'rot13ish',
    (s) =>
      `const k0 = '${[...s]
        .map((c) => String.fromCharCode(c.charCodeAt(0) + 1))
        .join('')
        .replace(
          /\\/g,
          '\\\\',
        )}';\nexport const k = k0.split('').map((c) => String.fromCharCode(c.charCodeAt(0) - 1)).join('');`,
  ],
  ['obj values', (_s, [a, b, c]) => `export const k = Object.values({ a: ${q(a)}, b: ${q(b)}, c: ${q(c)} }).join('');`],
  ['+= ', (_s, [a, b, c]) => `let k = ${q(a)};\nk += ${q(b)};\nk += ${q(c)};\nexport { k };`],
  [
    'push join',
    (_s, [a, b, c]) =>
      `const l: string[] = [];\nl.push(${q(a)});\nl.push(${q(b)}, ${q(c)});\nexport const k = l.join('');`,
  ],
  [
    'Reflect/computed',
    (_s, [a, b, c]) => `const n = 'x' + '1';\nconst o = { [n]: ${q(a)} };\nexport const k = o.x1 + ${q(b + c)};`,
  ],
  ['IIFE', (_s, [a, b, c]) => `export const k = (() => { const a = ${q(a)}; return a + ${q(b + c)}; })();`],
  [
    'arguments',
    (_s, [a, b, c]) => `const j = (...p: string[]) => p.join('');\nexport const k = j(${q(a)}, ${q(b)}, ${q(c)});`,
  ],
  ['hex escapes', (s) => `export const k = '${[...s].map((c) => `\\x${c.charCodeAt(0).toString(16)}`).join('')}';`],
  [
    'unicode escapes',
    (s) => `export const k = "${[...s].map((c) => `\\u00${c.charCodeAt(0).toString(16)}`).join('')}";`,
  ],
  ['line continuation', (s) => `export const k = '${s.slice(0, 40)}\\\n${s.slice(40)}';`],
  ['array destruct swap', (_s, [a, b, c]) => `const [t, h] = [${q(b + c)}, ${q(a)}];\nexport const k = h + t;`],
  [
    'Map get',
    (_s, [a, b, c]) =>
      `const m = new Map([['h', ${q(a)}], ['t', ${q(b + c)}]]);\nexport const k = m.get('h') + m.get('t');`,
  ],
])('%s', (_, write) => {
  const text = write(key, split(key) as unknown as Parts);
  const found = inspector.inspect(blobOf(text, 'src/keys.ts')).findings;
  expect(found.map(({ ruleId }) => ruleId)).toContain(stripe[0]?.id);
});
