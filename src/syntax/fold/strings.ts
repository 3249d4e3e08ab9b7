import { own } from '../own.ts';
import type { Primitive, TextValue, Value, Values } from '../values/value.ts';
import { justUnknown } from '../values/value.ts';
import { type Folder, longest } from './folder.ts';
import { lift, primitivesOf } from './lift.ts';
import { replaceWithPattern } from './patterns.ts';

type Method = (self: string, ...given: never[]) => unknown;

/** Methods of strings that give another string, a list of strings or a number. The platform itself computes them. */
const methods: Readonly<Record<string, Method>> = {
  at: (self, index: number) => self.at(index),
  charAt: (self, index: number) => self.charAt(index),
  charCodeAt: (self, index: number) => self.charCodeAt(index),
  codePointAt: (self, index: number) => self.codePointAt(index),
  concat: (self, ...others: string[]) => self.concat(...others),
  endsWith: (self, end: string) => self.endsWith(end),
  includes: (self, part: string) => self.includes(part),
  indexOf: (self, part: string, from: number) => self.indexOf(part, from),
  lastIndexOf: (self, part: string) => self.lastIndexOf(part),
  normalize: (self, form: string) => self.normalize(form),
  padEnd: (self, length: number, filler: string) => bounded(length, () => self.padEnd(length, filler)),
  padStart: (self, length: number, filler: string) => bounded(length, () => self.padStart(length, filler)),
  repeat: (self, count: number) => bounded(self.length * count, () => self.repeat(count)),
  replace: (self, from: string, to: string) => bounded(growth(self, to), () => self.replace(from, to)),
  replaceAll: (self, from: string, to: string) =>
    bounded(growth(self, to) * parts(self, from), () => self.replaceAll(from, to)),
  slice: (self, start: number, end: number) => self.slice(start, end),
  split: (self, separator: string, limit: number) => self.split(separator, limit),
  startsWith: (self, start: string) => self.startsWith(start),
  substr: (self, start: number, length: number) => self.slice(...span(self, start, length)),
  substring: (self, start: number, end: number) => self.substring(start, end),
  toLowerCase: (self) => self.toLowerCase(),
  toLocaleLowerCase: (self) => self.toLowerCase(),
  toString: (self: string) => self,
  toUpperCase: (self) => self.toUpperCase(),
  toLocaleUpperCase: (self) => self.toUpperCase(),
  trim: (self) => self.trim(),
  trimEnd: (self) => self.trimEnd(),
  trimLeft: (self) => self.trimStart(),
  trimRight: (self) => self.trimEnd(),
  trimStart: (self) => self.trimStart(),
  valueOf: (self: string) => self,
};

/** Names of methods that may fold: a call of any other is not looked at. */
export const stringMethods: ReadonlySet<string> = new Set(Object.keys(methods));

/** Stands for a text that would be too long. */
const tooLong = Symbol('too long');

function bounded(length: number, make: () => string): unknown {
  return length > longest ? tooLong : make();
}

/** The most a text can grow to by one replacement: `$&` and its like bring back all of it. */
const growth = (self: string, to: string): number =>
  self.length + String(to).length + (String(to).split('$').length - 1) * self.length;

const parts = (self: string, part: string): number =>
  part === '' ? self.length + 1 : Math.max(1, self.split(part).length - 1);

/** The bounds `slice` needs for what `substr` does. */
function span(self: string, start: number, length: number | undefined): [number, number] {
  const first = Math.trunc(Number(start)) || 0;
  const from = first < 0 ? Math.max(self.length + first, 0) : Math.min(first, self.length);
  const count = length === undefined ? self.length : Math.trunc(Number(length)) || 0;
  return [from, from + Math.max(count, 0)];
}

/** A method of a text, called with values. */
export function callStringMethod(name: string, self: TextValue, given: readonly Value[], fold: Folder): Values {
  const method = own(methods, name);
  if (!method || self.holes > 0) return justUnknown;
  const [first, second] = given;
  if (first?.kind === 'pattern') return replaceWithPattern(name, self, first, second, fold);
  const primitives = primitivesOf(given);
  if (!primitives) return justUnknown;
  try {
    const result = (method as (self: string, ...given: Primitive[]) => unknown)(self.text, ...primitives);
    return result === tooLong ? justUnknown : lift(result, [self, ...given], `.${name}()`, fold);
  } catch {
    // The program would throw here.
    return justUnknown;
  }
}
