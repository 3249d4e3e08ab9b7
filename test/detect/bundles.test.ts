import { describe, expect, test } from 'vitest';
import { github } from '../../rules/github.ts';
import { openai } from '../../rules/openai.ts';
import { fingerprintOf } from '../../src/detect/fingerprint.ts';
import { b62, base62Crc32, fake } from '../../src/rule-kit/index.ts';
import { blobOf, openInspector } from '../support/inspect.ts';

const body = fake(b62, 30, 1);
const key = `ghp_${body}${base62Crc32(body)}`;
const [a, b, c] = [key.slice(0, 14), key.slice(14, 25), key.slice(25)].map((piece) => JSON.stringify(piece)) as [
  string,
  string,
  string,
];
const codes = [...key].map((character) => character.charCodeAt(0)).join(',');
/** Code as minifiers leave it, in which the names that are used here mean other things. */
const filler = (megabytes: number): string =>
  'function f(t,n,e){var r=t+n;return e=>{const t="x";return r+t+e}}'.repeat(Math.ceil((megabytes * 2 ** 20) / 65));
const inspector = openInspector([...github, ...openai]);
const found = (text: string): readonly string[] =>
  inspector
    .inspect(blobOf(text, 'dist/app.js'))
    .findings.filter(({ fingerprint }) => fingerprint === fingerprintOf(key))
    .map(({ ruleId }) => ruleId);

describe.each([
  ['a small script', 0],
  ['a bundle of megabytes', 1.2],
])('a key in pieces, in %s', (_, megabytes) => {
  const rest = filler(megabytes);
  test.each([
    ['put together', `use({k:${a}+x(${b})});use({k:${a}+${b}+${c}});`, ''],
    ['with a constant between', `function g(){const t=${b};return use({k:${a}+t+${c}})}`, ''],
    ['of local constants', `function g(){const t=${a},n=${b},e=${c};return use({k:t+n+e})}`, ''],
    ['in a template', `function g(){const t=${a},n=${b};return use({k:\`\${t}\${n}\${${c}}\`})}`, ''],
    ['of constants far away', `const Zt=${a},Zn=${c};`, `export function g(){return use({k:Zt+${b}+Zn})}`],
    ['in a list', `use({k:[${a},${b},${c}].join("")});`, ''],
    ['by concat', `use({k:${a}.concat(${b},${c})});`, ''],
    ['by concat of nothing', `use({k:"".concat(${a}).concat(${b}).concat(${c})});`, ''],
    ['as character codes', `use({k:String.fromCharCode(${codes})});`, ''],
    ['as character codes with blanks', `use({k:String.fromCharCode(${codes.replaceAll(',', ', ')})});`, ''],
  ])('%s', (__, first, last) => {
    expect(found(first + rest + last)).toEqual(['github-classic-token']);
  });
});

test('is no key where the constant means something else', () => {
  expect(found(`const t=${a};${filler(1.2)};function g(t){return use({k:t+${b}+${c}})}`)).toEqual([]);
  expect(found(`const t=${a};function g(t){return use({k:t+${b}+${c}})}`)).toEqual([]);
});
