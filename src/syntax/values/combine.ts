import { justUnknown, type Value, type Values } from './value.ts';

/** Values an expression may have that are told apart. More are given up: the rest is not followed. */
export const most = 16;

/** All values of several expressions, without doubles. */
export function union(sets: readonly Values[]): Values {
  const [first] = sets;
  if (first === undefined) return justUnknown;
  if (sets.length === 1) return first;
  const all: Value[] = [];
  for (const values of sets)
    for (const value of values) {
      if (all.length >= most) return all;
      if (!all.some((known) => isSame(known, value))) all.push(value);
    }
  return all;
}

function isSame(a: Value, b: Value): boolean {
  if (a === b) return true;
  if (a.kind === 'text') return b.kind === 'text' && a.text === b.text && a.origin === b.origin;
  if (a.kind === 'plain') return b.kind === 'plain' && Object.is(a.value, b.value);
  if (a.kind === 'unknown')
    return b.kind === 'unknown' && a.environment === b.environment && a.parameter === b.parameter;
  return false;
}

/** Applies a function to every way to choose one value of each set, at most 64 ways. */
export function product(sets: readonly Values[], apply: (chosen: readonly Value[]) => Values): Values {
  if (sets.every((set) => set.length === 1)) return apply(sets.map((set) => set[0] as Value));
  let ways: Value[][] = [[]];
  for (const set of sets) {
    const next: Value[][] = [];
    for (const way of ways) for (const value of set) if (next.length < 64) next.push([...way, value]);
    ways = next;
  }
  return union(ways.map(apply));
}

/** The union of what a function makes of each value. */
export const each = (values: Values, apply: (value: Value) => Values): Values =>
  values.length === 1 ? apply(values[0] as Value) : union(values.map(apply));

/** What was done to several things, each word once; at most eight. */
export function ways(...lists: readonly (readonly string[])[]): readonly string[] {
  const all: string[] = [];
  for (const list of lists) for (const word of list) if (all.length < 8 && !all.includes(word)) all.push(word);
  return all;
}
