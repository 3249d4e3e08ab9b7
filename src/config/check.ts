import * as v from 'valibot';
import type { Rule } from '../model/index.ts';
import { severities } from '../model/index.ts';
import { type Fault, readCustomRule } from './custom-rules.ts';
import { nearest } from './did-you-mean.ts';
import type { Document, Place } from './document.ts';
import { type ConfigFile, configSchema } from './schema.ts';
import { parseSize } from './size.ts';

/** A configuration that is right: its values, and its own rules ready for use. */
export interface CheckedConfig {
  readonly values: Omit<ConfigFile, 'customRules' | 'maxFileSize' | '$schema'>;
  readonly maxFileSize?: number;
  readonly customRules: readonly Rule[];
}

/**
 * Checks what a configuration file holds.
 * @param prefix keys that lead to it in its file: `keyscan` in a `package.json`
 * @returns the configuration, or its faults; none of them quotes a value
 */
export function checkConfig(data: unknown, prefix: readonly string[] = []): CheckedConfig | Fault[] {
  if (Array.isArray(data)) return [{ path: prefix, problem: 'is a list: keys with values expected' }];
  const result = v.safeParse(configSchema, data);
  if (!result.success)
    return result.issues.map((issue) => ({ ...faultOf(issue, data), path: [...prefix, ...keysOf(issue)] }));
  const { customRules = [], maxFileSize, $schema: _, ...values } = result.output;
  const size = maxFileSize === undefined ? undefined : parseSize(maxFileSize);
  const faults: Fault[] = [];
  if (size === null)
    faults.push({ path: [...prefix, 'maxFileSize'], problem: 'is no size: a number of bytes, or 10MB' });
  const rules: Rule[] = [];
  for (const [index, given] of customRules.entries()) {
    const path = [...prefix, 'customRules', index];
    const read = readCustomRule(given, path);
    if (Array.isArray(read)) faults.push(...read);
    else if (rules.some(({ id }) => id === read.id)) faults.push({ path: [...path, 'id'], problem: 'stands twice' });
    else rules.push(read);
  }
  if (faults.length > 0) return faults;
  return { values, customRules: rules, ...(typeof size === 'number' && size > 0 ? { maxFileSize: size } : {}) };
}

type Issue = v.BaseIssue<unknown>;

const keysOf = (issue: Issue): (string | number)[] => (issue.path ?? []).map(({ key }) => key as string | number);

/** An issue of the schema in words: what was expected, and what may have been meant. */
function faultOf(issue: Issue, data: unknown): Fault {
  const path = keysOf(issue);
  if (issue.type === 'strict_object' && issue.expected === 'never') {
    const known = knownKeys(path.slice(0, -1));
    const meant = nearest(String(path.at(-1)), known);
    return { path, problem: `is no key of a configuration${meant ? `; did you mean ${meant}?` : ''}` };
  }
  if (issue.type === 'strict_object' && issue.received === 'undefined') return { path, problem: 'is missing' };
  return { path, problem: expectation(issue, valueAt(data, path)) };
}

function expectation(issue: Issue, value: unknown): string {
  if (issue.type === 'picklist') {
    const options = (issue.expected ?? '').match(/(?<![a-z])[a-z]+(?=")/g) ?? [...severities];
    const meant = typeof value === 'string' ? nearest(value, options) : undefined;
    return `is none of ${options.join(', ')}${meant ? `; did you mean ${meant}?` : ''}`;
  }
  const limits: Readonly<Record<string, string>> = {
    min_length: 'is empty, or too short',
    max_length: 'is too long',
    min_value: 'is too small',
    max_value: 'is too large',
    integer: 'is no whole number',
    regex: 'does not have the form it must have',
  };
  return limits[issue.type] ?? `is not of the right type: ${typeWords(issue.expected ?? 'something else')} expected`;
}

/** valibot's names of types, as people say them. */
const typeWords = (expected: string): string =>
  expected
    .replace(/[()]/g, '')
    .replace(/\bArray\b/g, 'a list')
    .replace(/\bObject\b/g, 'keys with values')
    .replace(/\bstring\b/g, 'a text')
    .replace(/\bnumber\b/g, 'a number')
    .replace(/\bboolean\b/g, 'true or false')
    .replace(/ \| /g, ' or ');

function valueAt(data: unknown, path: readonly (string | number)[]): unknown {
  let value: unknown = data;
  for (const key of path) value = (value as Record<string | number, unknown> | undefined)?.[key];
  return value;
}

interface Schema {
  readonly type: string;
  readonly entries?: Readonly<Record<string, Schema>>;
  readonly item?: Schema;
  readonly wrapped?: Schema;
  readonly options?: readonly (Schema | string)[];
}

/** The keys that the schema knows where an unknown one stands. */
function knownKeys(path: readonly (string | number)[]): string[] {
  let schema: Schema | undefined = configSchema as unknown as Schema;
  for (const key of path) {
    schema = unwrap(schema);
    schema = typeof key === 'number' ? schema?.item : schema?.entries?.[key];
  }
  return Object.keys(unwrap(schema)?.entries ?? {});
}

function unwrap(schema: Schema | undefined): Schema | undefined {
  if (schema?.type === 'optional') return unwrap(schema.wrapped);
  if (schema?.type === 'union')
    return unwrap(schema.options?.filter((option) => typeof option !== 'string').find((option) => option.entries));
  return schema;
}

/** `FILE:LINE:COLUMN: customRules[0].pattern …` for each fault, in the order in which they stand in the file. */
export function faultLines(file: string, document: Document, faults: readonly Fault[]): string[] {
  const placed = faults.map((fault) => ({ fault, place: placeOf(document, fault) }));
  const order = ({ place }: (typeof placed)[number]) => (place ? place.line * 1e6 + (place.column ?? 0) : 0);
  return placed
    .sort((a, b) => order(a) - order(b))
    .map(({ fault: { path, problem }, place }) => {
      const at = place ? `${file}:${place.line}${place.column === undefined ? '' : `:${place.column}`}` : file;
      const name = path.map((key) => (typeof key === 'number' ? `[${key}]` : `.${key}`)).join('');
      return `${at}: ${name.replace(/^\./, '') || 'the configuration'} ${problem}`;
    });
}

/** Where a fault stands: what is missing, where it should be; an unknown key itself; else the value. */
function placeOf(document: Document, { path, problem }: Fault): Place | undefined {
  const missing = problem === 'is missing';
  const unknown = problem.startsWith('is no key');
  return document.locate(missing ? path.slice(0, -1) : path, unknown || missing);
}
