import { compiler, loadCompiler } from '../compiler.ts';
import { dialectOf } from '../languages.ts';
import { parse } from '../parse.ts';
import { Conditions } from './known.ts';
import type { Constant, Reading, Value } from './types.ts';
import { FlowReader } from './values.ts';

/**
 * The value that a constant of a module has when it is built, or that a plain flag among its members has.
 * @param name the name it has in the module
 */
export function constantIn(
  text: string,
  path: string,
  reading: Reading,
  name: string,
  member?: string,
): { readonly value: Constant } | undefined {
  const dialect = dialectOf(path);
  if (dialect === undefined || dialect === 'json') return undefined;
  loadCompiler();
  const source = parse(text, dialect);
  return source && new Conditions(source, reading).valueOf(name, member);
}

/**
 * Whether a condition holds that stands beside a script, such as that of a block of markup.
 * @param script TypeScript; its constants are known
 * @returns nothing where that is not known
 */
export function conditionIn(script: string, condition: string, reading: Reading): boolean | undefined {
  if (condition.trim() === '') return undefined;
  loadCompiler();
  const source = parse(`${script}\n;(${condition}\n)`, 'typescript');
  const last = source?.statements.at(-1);
  return source && last && compiler.isExpressionStatement(last)
    ? new Conditions(source, reading).holds(last.expression)
    : undefined;
}

/** What an expression is made of that stands in a text that is no program. Offsets stay those of the text. */
export function valueIn(text: string, start: number, end: number): Value | undefined {
  if (start < 1) return undefined;
  loadCompiler();
  const source = parse(`${' '.repeat(start - 1)}(${text.slice(start, end)}\n)`, 'typescript');
  const [first] = source?.statements ?? [];
  return source && first && compiler.isExpressionStatement(first)
    ? new FlowReader([], source).valueOf(first.expression)
    : undefined;
}
