import { compiler, type ts } from '../compiler.ts';
import { plainName } from '../nodes.ts';
import {
  type CodeValue,
  type Frame,
  justUndefined,
  justUnknown,
  plain,
  primitiveOf,
  type Value,
  type Values,
} from '../values/value.ts';
import { stringOf } from './arrays.ts';
import type { Builtin } from './encodings.ts';
import { type Evaluator, type Folder, mostItems } from './folder.ts';
import { fieldsOf, lift, liftJson, list } from './lift.ts';

/** `[a, ...b]`. */
const arrayLiteral: Evaluator = (node, fold, frame) => {
  const items: Values[] = [];
  let open = false;
  for (const element of (node as ts.ArrayLiteralExpression).elements) {
    if (compiler.isOmittedExpression(element)) items.push(justUndefined);
    else if (!compiler.isSpreadElement(element)) items.push(fold.evaluate(element, frame));
    else open = spread(fold.evaluate(element.expression, frame), items) || open;
  }
  return [list(items, open)];
};

/** Adds the items of a spread value; true where it is not known which. */
export function spread(values: Values, items: Values[]): boolean {
  const [value, ...others] = values;
  if (others.length > 0 || !value || items.length > mostItems) return true;
  if (value.kind === 'list') {
    for (const item of value.items) items.push(item);
    return value.open;
  }
  if (value.kind === 'bytes') {
    for (const byte of value.bytes) items.push([plain(byte)]);
    return false;
  }
  if (value.kind === 'text' && value.holes === 0) {
    for (const character of value.text) items.push([{ ...value, text: character, how: [...value.how, '[…]'] }]);
    return false;
  }
  return true;
}

/** The name of a property, folded where it is computed. */
export function nameOf(name: ts.PropertyName, fold: Folder, frame: Frame | undefined): string | undefined {
  const known = plainName(name);
  if (known !== undefined || !compiler.isComputedPropertyName(name)) return known;
  const [value, ...others] = fold.evaluate(name.expression, frame);
  const key = value && others.length === 0 ? primitiveOf(value) : undefined;
  return key && String(key.value);
}

/** `{ a: 1, b, ...c, d() {} }`. */
const objectLiteral: Evaluator = (node, fold, frame) => {
  const fields = new Map<string, Values>();
  let open = false;
  for (const property of (node as ts.ObjectLiteralExpression).properties) {
    if (compiler.isSpreadAssignment(property)) {
      const [value, ...others] = fold.evaluate(property.expression, frame);
      if (value?.kind !== 'fields' || others.length > 0) open = true;
      else {
        for (const [name, values] of value.fields) fields.set(name, values);
        open ||= value.open;
      }
      continue;
    }
    const name = nameOf(property.name, fold, frame);
    if (name === undefined) open = true;
    else fields.set(name, propertyValues(property, fold, frame));
  }
  return [fieldsOf(fields, open)];
};

function propertyValues(
  property: Exclude<ts.ObjectLiteralElementLike, ts.SpreadAssignment>,
  fold: Folder,
  frame: Frame | undefined,
): Values {
  if (compiler.isPropertyAssignment(property)) return fold.evaluate(property.initializer, frame);
  if (compiler.isShorthandPropertyAssignment(property)) return fold.evaluate(property.name, frame);
  const code: CodeValue = { kind: 'code', node: property, ...(frame ? { frame } : {}) };
  return compiler.isGetAccessor(property) ? fold.run(code, []) : [code];
}

const entriesOf = (value: Value | undefined): [string, Values][] | undefined => {
  if (value?.kind === 'fields' && !value.open) return [...value.fields];
  if (value?.kind === 'list' && !value.open) return value.items.map((item, index) => [String(index), item]);
  return undefined;
};

const ofEntries =
  (make: (entry: [string, Values]) => Values): Builtin =>
  ([first], fold) => {
    const entries = entriesOf(first);
    if (!entries || !fold.meter.step(entries.length)) return justUnknown;
    return [list(entries.map((entry) => make(entry)))];
  };

const key = (name: string): Values => [{ kind: 'text', text: name, holes: 0, pieces: 1, how: ['Object.keys()'] }];

const fromEntries: Builtin = ([first]) => {
  if (first?.kind !== 'list') return justUnknown;
  const entries = first.items.map((item): readonly [string, Values] | undefined => {
    const [pair] = item;
    const name = pair?.kind === 'list' ? pair.items[0]?.[0] : undefined;
    const known = name && primitiveOf(name);
    return known && pair?.kind === 'list' ? [String(known.value), pair.items[1] ?? justUndefined] : undefined;
  });
  const known = entries.filter((entry) => entry !== undefined);
  return [fieldsOf(known, first.open || known.length < entries.length)];
};

/** Later ones win; what is not known makes the whole open. */
const assignAll: Builtin = (given) => {
  const fields = new Map<string, Values>();
  let open = false;
  for (const value of given) {
    if (value.kind === 'fields') for (const [name, values] of value.fields) fields.set(name, values);
    open ||= value.kind !== 'fields' || value.open;
  }
  return [fieldsOf(fields, open)];
};

const arrayFrom: Builtin = ([first, code], fold) => {
  if (!first) return justUnknown;
  let items: Values[] = [];
  if (first.kind === 'fields') {
    const [length] = first.fields.get('length') ?? [];
    const count = length?.kind === 'plain' ? Number(length.value) : Number.NaN;
    if (!(count >= 0 && count <= mostItems)) return justUnknown;
    items = Array.from({ length: count }, () => justUndefined);
  } else if (spread([first], items)) return justUnknown;
  if (!fold.meter.step(items.length)) return justUnknown;
  if (!code) return [list(items)];
  if (code.kind !== 'code') return justUnknown;
  return [list(items.map((item, index) => fold.run(code, [item, [plain(index)]])))];
};

/** A list of so many items, or of those given. */
const arrayOf: Builtin = (given) => {
  const [first] = given;
  if (given.length === 1 && first?.kind === 'plain' && typeof first.value === 'number')
    return first.value >= 0 && first.value <= 10_000
      ? [list(Array.from({ length: Math.trunc(first.value) }, () => justUndefined))]
      : justUnknown;
  return [list(given.map((value) => [value]))];
};

const same: Builtin = ([first]) => (first ? [first] : justUndefined);

const parseJson: Builtin = ([first], fold) => {
  if (first?.kind !== 'text' || first.holes > 0 || !fold.meter.make(first.text.length)) return justUnknown;
  try {
    const parsed: unknown = JSON.parse(first.text);
    return liftJson(parsed, [first], fold);
  } catch {
    return justUnknown;
  }
};

/** Lists and objects, by the name the platform has for them. */
export const objectBuiltins: Readonly<Record<string, Builtin>> = {
  Array: arrayOf,
  'Array.from': arrayFrom,
  'Array.of': (given) => [list(given.map((value) => [value]))],
  'JSON.parse': parseJson,
  'Object.assign': assignAll,
  'Object.entries': ofEntries(([name, values]) => [list([key(name), values])]),
  'Object.freeze': same,
  'Object.fromEntries': fromEntries,
  'Object.keys': ofEntries(([name]) => key(name)),
  'Object.seal': same,
  'Object.values': ofEntries(([, values]) => values),
  'Promise.resolve': same,
  String: ([first], fold) => (first ? stringOf(first, fold) : lift('', [], 'String()', fold)),
  structuredClone: same,
};

/** Lists and objects, by kind of node. */
export const objects = (table: Evaluator[]): void => {
  table[compiler.SyntaxKind.ArrayLiteralExpression] = arrayLiteral;
  table[compiler.SyntaxKind.ObjectLiteralExpression] = objectLiteral;
};
