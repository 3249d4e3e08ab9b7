import { hole } from '../../model/index.ts';
import { own } from '../own.ts';
import { each, product, union, ways } from '../values/combine.ts';
import {
  justUndefined,
  justUnknown,
  type ListValue,
  madeText,
  plain,
  primitiveOf,
  undefinedValue,
  type Value,
  type Values,
} from '../values/value.ts';
import { type Folder, longest, mostItems } from './folder.ts';
import { lift, liftPrimitive, list, madeOf } from './lift.ts';
import { truth } from './operators.ts';

type Method = (self: ListValue, given: readonly Value[], fold: Folder) => Values;

const integer = (value: Value | undefined, otherwise: number): number => {
  const known = value && primitiveOf(value);
  return known === undefined || known.value === undefined ? otherwise : Math.trunc(Number(known.value)) || 0;
};

/** A function of the program called for each item, as `map` and its like do. */
const callEach = (self: ListValue, code: Value | undefined, fold: Folder): Values[] | undefined => {
  if (!code || self.open || !fold.meter.step(self.items.length)) return undefined;
  if (code.kind === 'code') return self.items.map((item, index) => fold.run(code, [item, [plain(index)], [self]]));
  if (code.kind === 'reference' && code.path.join('.') === 'String')
    return self.items.map((item) => each(item, (value) => stringOf(value, fold)));
  return undefined;
};

/** `String(x)` of a primitive. */
export function stringOf(value: Value, fold: Folder): Values {
  const known = primitiveOf(value);
  return known ? lift(String(known.value), [value], 'String()', fold) : justUnknown;
}

/** Methods of lists that change nothing. */
const methods: Readonly<Record<string, Method>> = {
  at: (self, [index], _fold) => {
    const wanted = integer(index, 0);
    return self.items.at(wanted) ?? (self.open ? justUnknown : justUndefined);
  },
  concat: (self, given) => [
    list(
      [
        ...self.items,
        ...given.flatMap((value): readonly Values[] => (value.kind === 'list' ? value.items : [[value]])),
      ],
      self.open || given.some((value) => value.kind === 'unknown' || (value.kind === 'list' && value.open)),
    ),
  ],
  filter: (self, [code], fold) => {
    if (code?.kind === 'reference' && code.path.join('.') === 'Boolean')
      return keep(
        self,
        self.items.map((item) => item),
      );
    const verdicts = callEach(self, code, fold);
    return verdicts ? keep(self, verdicts) : justUnknown;
  },
  flat: (self) => [
    list(
      self.items.flatMap((item) => (item[0]?.kind === 'list' ? item[0].items : [item])),
      self.open,
    ),
  ],
  flatMap: (self, [code], fold) => {
    const made = callEach(self, code, fold);
    return made ? [list(made.flatMap((item) => (item[0]?.kind === 'list' ? item[0].items : [item])))] : justUnknown;
  },
  indexOf: (self, [wanted]) => {
    const known = wanted && primitiveOf(wanted);
    const all = known && singles(self);
    return all ? [plain(all.findIndex((value) => primitiveOf(value)?.value === known.value))] : justUnknown;
  },
  join: (self, [separator], fold) => join(self, separator, fold),
  map: (self, [code], fold) => {
    const made = callEach(self, code, fold);
    return made ? [list(made)] : justUnknown;
  },
  reduce: (self, given, fold) => reduce(self.items, given, fold, self.open),
  reduceRight: (self, given, fold) => reduce([...self.items].reverse(), given, fold, self.open),
  reverse: (self) => (self.open ? justUnknown : [list([...self.items].reverse())]),
  slice: (self, [start, end]) => [
    list(self.items.slice(integer(start, 0), integer(end, self.items.length)), self.open),
  ],
  toReversed: (self) => (self.open ? justUnknown : [list([...self.items].reverse())]),
  toString: (self: ListValue, _given: readonly Value[], fold: Folder) => join(self, undefined, fold),
};

/** Names of methods of lists that may fold. */
export const listMethods: ReadonlySet<string> = new Set(Object.keys(methods));

/** A method of a list, called with values. */
export function callListMethod(name: string, self: ListValue, given: readonly Value[], fold: Folder): Values {
  const method = own(methods, name);
  if (!method || !fold.meter.step(self.items.length)) return justUnknown;
  return method(self, given, fold);
}

/** The one value of each item; undefined where an item may be several things. */
function singles(self: ListValue): Value[] | undefined {
  const all: Value[] = [];
  for (const [value, ...others] of self.items) {
    if (!value || others.length > 0) return undefined;
    all.push(value);
  }
  return self.open ? undefined : all;
}

function keep(self: ListValue, verdicts: readonly Values[]): Values {
  const kept: Values[] = [];
  for (const [index, item] of self.items.entries()) {
    const [verdict] = verdicts[index] ?? [];
    const holds = verdict && truth(verdict);
    if (holds === undefined) return justUnknown;
    if (holds) kept.push(item);
  }
  return [list(kept, self.open)];
}

function reduce(items: readonly Values[], given: readonly Value[], fold: Folder, open: boolean): Values {
  const [code, start] = given;
  if (code?.kind !== 'code' || open) return justUnknown;
  let [total, rest] = given.length > 1 ? [[start ?? undefinedValue] as Values, items] : [items[0], items.slice(1)];
  for (const item of rest) total = fold.run(code, [total ?? justUndefined, item]);
  return total ?? justUnknown;
}

/** Items as one text. An item that is not known leaves a hole. */
function join(self: ListValue, separator: Value | undefined, fold: Folder): Values {
  const between = separator ? primitiveOf(separator) : { value: undefined };
  if (!between || self.open || self.items.length > mostItems) return justUnknown;
  const glue = between.value === undefined ? ',' : String(between.value);
  const many = self.items.filter((item) => item.length > 1).length;
  if (many > 4) return justUnknown;
  return product(many > 0 ? self.items : self.items.map((item) => item.slice(0, 1)), (chosen) => {
    let holes = 0;
    const texts = chosen.map((value) => {
      if (value.kind === 'text') holes += value.holes;
      const known = value.kind === 'text' ? { value: value.text } : primitiveOf(value);
      if (!known) holes++;
      return known ? String(known.value ?? '') : hole;
    });
    const length = texts.reduce((total, text) => total + text.length + glue.length, 0);
    if (length > longest || !fold.meter.make(length) || (holes > 0 && holes === texts.length)) return justUnknown;
    const { pieces, how } = madeOf(chosen);
    return [madeText(texts.join(glue), pieces, ways(how, ['.join()']), holes)];
  });
}

/** All an item of a list may be: what a loop's variable may be. */
export const anyOf = (value: Value): Values => {
  if (value.kind === 'list') return value.items.length > 0 ? union(value.items) : justUndefined;
  if (value.kind === 'text' && value.holes === 0)
    return [...value.text].slice(0, 64).map((character) => liftPrimitive(character, ['[…]']));
  return justUnknown;
};
