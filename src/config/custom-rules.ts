import type { Leak, PatternRule } from '../model/index.ts';
import { defineRule } from '../rule-kit/index.ts';
import type { CustomRule } from './custom-rule-schema.ts';
import { expandExample } from './example-text.ts';
import { patternProblem } from './pattern-safety.ts';
import { runExamples } from './run-examples.ts';

/** What is wrong with a value of a configuration: where it stands (keys from the top), and what. Never the value. */
export interface Fault {
  readonly path: readonly (string | number)[];
  readonly problem: string;
}

/**
 * Makes the rule that a configuration describes; checks its patterns and runs its examples.
 * @param path keys that lead to it
 * @returns the rule, or its faults
 */
export function readCustomRule(given: CustomRule, path: Fault['path']): PatternRule | Fault[] {
  const faults: Fault[] = [];
  const compile = (key: 'pattern' | 'paths', flags: string): RegExp => {
    const problem = sourceProblem(given[key] ?? '', flags);
    if (problem) faults.push({ path: [...path, key], problem });
    return problem ? /(?!)/ : new RegExp(given[key] ?? '', flags);
  };
  const pattern = compile('pattern', given.flags ?? '');
  if (faults.length === 0 && given.pattern.split('(?<secret>').length !== 2)
    faults.push({ path: [...path, 'pattern'], problem: 'has no group named secret, or several: (?<secret>…)' });
  const paths = given.paths === undefined ? undefined : compile('paths', '');
  if (faults.length > 0) return faults;

  const leaks = given.examples.leaks.map(readLeak);
  const {
    flags: _flags,
    pattern: _pattern,
    paths: _paths,
    examples,
    reach,
    near,
    references,
    anchors,
    ...facts
  } = given;
  const rule = defineRule({
    ...defined(facts),
    references: references as [string, ...string[]],
    anchors: anchors as [string, ...string[]],
    pattern,
    ...defined({ paths, reach: reach && defined(reach) }),
    ...(near ? { near: { words: near.words as [string, ...string[]], ...defined({ bytes: near.bytes }) } } : {}),
    examples: () => ({
      leaks: leaks.filter((leak) => typeof leak !== 'string') as [Leak, ...Leak[]],
      clean: examples.clean.map(readClean) as [string, ...string[]],
    }),
  });
  for (const [index, leak] of leaks.entries())
    if (typeof leak === 'string') faults.push({ path: [...path, 'examples', 'leaks', index], problem: leak });
  return faults.length > 0 ? faults : examplesOf(rule, path);
}

const examplesOf = (rule: PatternRule, path: Fault['path']): PatternRule | Fault[] => {
  const faults = runExamples(rule).map(({ list, index, problem }) => ({
    path: [...path, 'examples', list, index],
    problem,
  }));
  return faults.length > 0 ? faults : rule;
};

/** Why a text is no pattern that may be run; the engine's own message quotes the pattern, so only its end is told. */
function sourceProblem(source: string, flags: string): string | undefined {
  if (/[^\x20-\x7e]/.test(source)) return 'holds characters other than ASCII: contents are searched as bytes';
  try {
    new RegExp(source, flags);
  } catch (error) {
    const why = (error as Error).message.split(': ').at(-1) ?? '';
    const hint = /\(\?[a-z]+[):]/.test(source) ? '; flags such as (?i) go into "flags"' : '';
    return `is no JavaScript pattern (${why.replace(/[^\w ]/g, '')})${hint}`;
  }
  return patternProblem(source);
}

function readLeak(given: CustomRule['examples']['leaks'][number], index: number): Leak | string {
  const parts = given.text.split('{value}');
  if (parts.length !== 2) return 'text does not hold {value} exactly once';
  const [before, after] = parts.map((part) => expandExample(part, 500 + index)) as [string, string];
  const secret = expandExample(given.value, index + 1);
  return { text: before + secret + after, secret, start: before.length, ...defined({ path: given.path }) };
}

function readClean(given: CustomRule['examples']['clean'][number], index: number) {
  if (typeof given === 'string') return expandExample(given, 900 + index);
  const text = expandExample(given.text, 900 + index);
  return given.path === undefined ? text : { text, path: given.path };
}

type Defined<T> = { [K in keyof T]: Exclude<T[K], undefined> };

/** The object without keys that are undefined, as exact optional properties want it. */
const defined = <T extends object>(given: T): Defined<T> =>
  Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)) as Defined<T>;
