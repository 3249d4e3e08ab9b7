import { justUnknown, plain, primitiveOf, type Value } from '../values/value.ts';
import type { Builtin } from './encodings.ts';
import type { Folder } from './folder.ts';
import { lift, primitivesOf } from './lift.ts';

/** `String.fromCharCode(…)` and its like. */
const fromCodes =
  (name: string, make: (...codes: number[]) => string): Builtin =>
  (given, fold) => {
    const codes = primitivesOf(given);
    if (!codes || codes.length > 50_000) return justUnknown;
    try {
      return lift(make(...codes.map(Number)), given, `${name}()`, fold);
    } catch {
      return justUnknown;
    }
  };

/** A function from primitives to a number. */
const toNumber =
  (apply: (...given: never[]) => number): Builtin =>
  (given) => {
    const known = primitivesOf(given);
    if (!known || known.some((value) => typeof value === 'bigint')) return justUnknown;
    return [plain((apply as (...given: unknown[]) => number)(...known))];
  };

/** Methods of numbers: `.toString(radix)`, `.toFixed(digits)`. */
export function callNumberMethod(name: string, self: number, given: readonly Value[], fold: Folder) {
  const [first] = given;
  const known = first ? primitiveOf(first) : { value: undefined };
  if (!known) return justUnknown;
  const digits = known.value === undefined ? undefined : Number(known.value);
  try {
    if (name === 'toString') return lift(self.toString(digits), given, '.toString()', fold);
    if (name === 'toFixed') return lift(self.toFixed(digits), given, '.toFixed()', fold);
  } catch {
    // The program would throw here.
  }
  return justUnknown;
}

/** Numbers and character codes, by the name the platform has for them. */
export const numberBuiltins: Readonly<Record<string, Builtin>> = {
  'Math.ceil': toNumber(Math.ceil),
  'Math.floor': toNumber(Math.floor),
  'Math.max': toNumber(Math.max),
  'Math.min': toNumber(Math.min),
  'Math.round': toNumber(Math.round),
  Number: toNumber((value: unknown) => Number(value)),
  'Number.parseInt': toNumber(Number.parseInt),
  parseFloat: toNumber(Number.parseFloat),
  parseInt: toNumber(Number.parseInt),
  'String.fromCharCode': fromCodes('String.fromCharCode', String.fromCharCode),
  'String.fromCodePoint': fromCodes('String.fromCodePoint', String.fromCodePoint),
};
