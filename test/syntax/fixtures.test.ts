import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { rules } from '../../rules/index.ts';
import type { Finding } from '../../src/model/index.ts';
import { blobOf, openInspector } from '../support/inspect.ts';

const folder = fileURLToPath(new URL('../../fixtures/syntax/', import.meta.url));
const files = readdirSync(folder).map((name) => [name, readFileSync(folder + name, 'utf8')] as const);
const inspector = openInspector(rules);

/** A place in a fixture that a rule must find (`{{rule}}`), or must not (`{{not rule}}`). `{{of rule}}` only gives a text. */
interface Mark {
  readonly rule: string;
  readonly wanted: boolean;
  readonly start: number;
  readonly end: number;
}

/** The key that stands behind a mark: the rule's own example. */
const keyOf = (id: string): string => {
  const rule = rules.find((one) => one.id === id);
  if (!rule) throw new Error(`no rule ${id}`);
  return rule.examples().leaks[0].secret;
};

/** A key as a mark wants it written. */
function written(key: string, form: string | undefined): string {
  const part = /^(\d)\/(\d)$/.exec(form ?? '');
  if (part) {
    const [index, count] = [Number(part[1]), Number(part[2])];
    const size = Math.ceil(key.length / count);
    return key.slice((index - 1) * size, index * size);
  }
  switch (form) {
    case 'base64':
    case 'hex':
      return Buffer.from(key).toString(form);
    case 'codes':
      return [...Buffer.from(key)].join(', ');
    case 'percent':
      return [...Buffer.from(key)].map((byte) => `%${byte.toString(16).padStart(2, '0')}`).join('');
    case 'reversed':
      return [...key].reverse().join('');
    default:
      return key;
  }
}

/** Puts keys where the marks are. */
function fill(text: string, keyFor = keyOf): { text: string; marks: Mark[] } {
  const marks: Mark[] = [];
  let filled = '';
  let last = 0;
  for (const found of text.matchAll(/\{\{(not |of )?([a-z][\w-]+)(?: ([\w/]+))?\}\}/g)) {
    const [whole, word, rule = '', form] = found;
    filled += text.slice(last, found.index);
    const start = Buffer.byteLength(filled);
    filled += written(keyFor(rule), form);
    const end = Buffer.byteLength(filled);
    if (word !== 'of ') marks.push({ rule, wanted: word === undefined, start, end });
    last = found.index + whole.length;
  }
  return { text: filled + text.slice(last), marks };
}

const inspect = (text: string, path: string): readonly Finding[] =>
  inspector.inspect(blobOf(text, `src/${path}`)).findings;

const covers = ({ ruleId, byteOffset, byteLength }: Finding, { rule, start, end }: Mark): boolean =>
  ruleId === rule && byteOffset <= start && byteOffset + byteLength >= end;

/** The marks at which a rule found something, in the words of the fixture's lines. */
function told(text: string, marks: readonly Mark[], findings: readonly Finding[], wanted: boolean): string[] {
  const bytes = Buffer.from(text);
  return marks
    .filter((mark) => mark.wanted === wanted && findings.some((finding) => covers(finding, mark)) !== wanted)
    .map(({ rule, start }) => `${rule} on line ${bytes.subarray(0, start).toString().split('\n').length}`);
}

describe.each(files)('fixtures/syntax/%s', (path, fixture) => {
  const { text, marks } = fill(fixture);
  const findings = inspect(text, path);

  test('what must be found is', () => {
    expect(told(text, marks, findings, true)).toEqual([]);
  });

  test('what must not be found is not', () => {
    expect(told(text, marks, findings, false)).toEqual([]);
  });

  test('another value changes the outcome', () => {
    const { text: harmless, marks: same } = fill(fixture, () => 'your-api-key');
    const left = inspect(harmless, path).filter((finding) => same.some((mark) => covers(finding, mark)));
    expect(left.map(({ ruleId }) => ruleId)).toEqual([]);
  });

  test('other imports change the outcome of calls', () => {
    const elsewhere = text.replace(/(from |require\(|import\()'(?!zod|node:process)[^']+'/g, "$1'./elsewhere.ts'");
    const left = inspect(elsewhere, path).filter(({ ruleId }) => ruleId.endsWith('-hardcoded-credential'));
    expect(left.map(({ ruleId }) => ruleId)).toEqual([]);
  });
});
