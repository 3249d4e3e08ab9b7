import { ways } from '../values/combine.ts';
import {
  type BytesValue,
  type FieldsValue,
  justUnknown,
  type ListValue,
  madeText,
  type Primitive,
  plain,
  primitiveOf,
  type Value,
  type Values,
} from '../values/value.ts';
import { type Folder, longest, mostItems } from './folder.ts';

/** A primitive that the platform computed, as a value. */
export const liftPrimitive = (value: Primitive, how: readonly string[], pieces = 1): Value =>
  typeof value === 'string' ? madeText(value, pieces, how) : plain(value);

/** What is known of how a value was made. */
export function madeOf(values: readonly Value[]): { pieces: number; how: readonly string[] } {
  let pieces = 0;
  const lists: (readonly string[])[] = [];
  for (const value of values)
    if (value.kind === 'text' || value.kind === 'bytes') {
      pieces += value.pieces;
      if (value.how.length > 0) lists.push(value.how);
    }
  return { pieces: Math.max(pieces, 1), how: ways(...lists) };
}

/** What the platform made of values: charged for, and unknown where it is too long. */
export function lift(result: unknown, from: readonly Value[], how: string, fold: Folder): Values {
  const made = madeOf(from);
  const steps = ways(made.how, [how]);
  if (typeof result === 'string') {
    if (result.length > longest || !fold.meter.make(result.length)) return justUnknown;
    return [madeText(result, made.pieces, steps)];
  }
  if (result instanceof Uint8Array) {
    if (result.length > longest || !fold.meter.make(result.length)) return justUnknown;
    return [{ kind: 'bytes', bytes: result, pieces: made.pieces, how: steps } satisfies BytesValue];
  }
  if (Array.isArray(result)) {
    if (result.length > mostItems || !fold.meter.step(result.length)) return justUnknown;
    return [list(result.map((item) => lift(item, from, how, fold)))];
  }
  switch (typeof result) {
    case 'number':
    case 'boolean':
    case 'undefined':
      return [plain(result)];
    default:
      return result === null ? [plain(null)] : justUnknown;
  }
}

export const list = (items: readonly Values[], open = false): ListValue => ({ kind: 'list', items, open });

export const fieldsOf = (entries: Iterable<readonly [string, Values]>, open = false): FieldsValue => ({
  kind: 'fields',
  fields: new Map(entries),
  open,
});

/** A JSON value that was parsed from a text. */
export function liftJson(value: unknown, from: readonly Value[], fold: Folder): Values {
  if (!fold.meter.step()) return justUnknown;
  if (Array.isArray(value)) return [list(value.map((item) => liftJson(item, from, fold)))];
  if (typeof value === 'object' && value !== null)
    return [fieldsOf(Object.entries(value).map(([name, item]) => [name, liftJson(item, from, fold)] as const))];
  return lift(value, from, 'JSON.parse()', fold);
}

/** Values as the platform has them, where all of them are primitives. */
export function primitivesOf(values: readonly Value[]): Primitive[] | undefined {
  const all: Primitive[] = [];
  for (const value of values) {
    const known = primitiveOf(value);
    if (!known) return undefined;
    all.push(known.value);
  }
  return all;
}
