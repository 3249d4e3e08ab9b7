import type { Value } from './types.ts';

/** What is known of a value's members. */
export type Shape = Pick<Value, 'members' | 'results' | 'isList' | 'others'>;

/** What is known of a value's members, without what goes into it as a whole. */
export const shapeOnly = ({ members, results, isList, others }: Value): Shape => ({
  ...(members ? { members } : {}),
  ...(results ? { results } : {}),
  ...(isList ? { isList } : {}),
  ...(others ? { others } : {}),
});

/** True for a list of nothing. */
const isEmpty = ({ texts, names, members, isList }: Value): boolean =>
  isList === true && texts.length + names.length === 0 && !members;

/** One of several values. */
export function joined(all: readonly Value[]): Value {
  const values = all.length > 1 ? all.filter((each) => !isEmpty(each)) : all;
  const [first] = values;
  if (first && values.length === 1) return first;
  // What is no more than names says by itself what its members are.
  const named = values.filter(({ members: own, texts }) => !own && texts.length === 0);
  const members =
    named.length < values.length
      ? merged(values.flatMap((value) => (named.includes(value) ? [] : [value.members])))
      : undefined;
  const others = [...(members ? named : []), ...values.flatMap((value) => value.others ?? [])];
  return {
    texts: values.flatMap(({ texts }) => texts),
    names: values.flatMap(({ names }) => names),
    ...(members ? { members } : {}),
    ...(values.some(({ isList }) => isList) ? { isList: true } : {}),
    ...(others.length > 0 ? { others: joined(others) } : {}),
  };
}

/** Members of several objects, by name; nothing where one of them is no such object. */
function merged(all: readonly (ReadonlyMap<string, Value> | undefined)[]): ReadonlyMap<string, Value> | undefined {
  const found = new Map<string, Value[]>();
  for (const each of all) {
    if (!each) return undefined;
    for (const [name, value] of each) found.set(name, [...(found.get(name) ?? []), value]);
  }
  return found.size > 0 ? new Map([...found].map(([name, values]) => [name, joined(values)])) : undefined;
}
