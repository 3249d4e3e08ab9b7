import type { Binding } from '../bind/scope.ts';
import type { ts } from '../compiler.ts';

export type Primitive = string | number | boolean | bigint | null | undefined;

/** A string that is known, or known but for holes. */
export interface TextValue {
  readonly kind: 'text';
  /** Where a part is not known, `${…}` stands for it. */
  readonly text: string;
  /** Parts of `text` that are not known. */
  readonly holes: number;
  /** Literals it was made from. */
  readonly pieces: number;
  /** What was done to them, in words of the program: `+`, `atob()`. */
  readonly how: readonly string[];
  /** The literal, where the text is one that stands in a program unchanged. */
  readonly origin?: ts.Node;
}

/** A number, flag, `null` or `undefined`. */
export interface PlainValue {
  readonly kind: 'plain';
  readonly value: Exclude<Primitive, string>;
}

/** An array. `open`: it may hold more, or in another order. */
export interface ListValue {
  readonly kind: 'list';
  readonly items: readonly Values[];
  readonly open: boolean;
}

/** An object. `open`: it may have other fields, too. */
export interface FieldsValue {
  readonly kind: 'fields';
  readonly fields: ReadonlyMap<string, Values>;
  readonly open: boolean;
}

/** Bytes in a Buffer or a typed array of bytes. */
export interface BytesValue {
  readonly kind: 'bytes';
  readonly bytes: Uint8Array;
  /** The text they were read from. */
  readonly written?: TextValue;
  readonly pieces: number;
  readonly how: readonly string[];
}

/** A function of the program, and the names it was made among. */
export interface CodeValue {
  readonly kind: 'code';
  readonly node: ts.FunctionLikeDeclaration;
  readonly frame?: Frame;
}

/** A class of the program. */
export interface ClassValue {
  readonly kind: 'class';
  readonly node: ts.ClassLikeDeclaration;
}

/** What `new` makes of a class of the program. */
export interface InstanceValue {
  readonly kind: 'instance';
  readonly node: ts.ClassLikeDeclaration;
}

/** A regular expression. */
export interface PatternValue {
  readonly kind: 'pattern';
  readonly source: string;
  readonly flags: string;
}

/**
 * Something that another module or the platform gives, by the way to it. `()` ends a step that was called:
 * `new Stripe(key).webhooks` is `Stripe().webhooks`. In a module, `default` is the module itself.
 */
export interface ReferenceValue {
  readonly kind: 'reference';
  /** As it is named in the import; undefined for what the platform gives. */
  readonly module: string | undefined;
  readonly path: readonly string[];
}

/** Not known. */
export interface UnknownValue {
  readonly kind: 'unknown';
  /** The environment variable it is read from. */
  readonly environment?: string;
  /** The parameter it stands for. */
  readonly parameter?: Binding;
}

export type Value =
  | TextValue
  | PlainValue
  | ListValue
  | FieldsValue
  | BytesValue
  | CodeValue
  | ClassValue
  | InstanceValue
  | PatternValue
  | ReferenceValue
  | UnknownValue;

/** Everything an expression may be: at least one, without doubles. */
export type Values = readonly Value[];

/** Values of names while a function of the program is run. */
export interface Frame {
  readonly names: Map<Binding, Values>;
  readonly outer: Frame | undefined;
}

export const unknown: UnknownValue = { kind: 'unknown' };
export const justUnknown: Values = [unknown];
export const undefinedValue: PlainValue = { kind: 'plain', value: undefined };
export const justUndefined: Values = [undefinedValue];

export const plain = (value: PlainValue['value']): PlainValue => ({ kind: 'plain', value });

/** A literal as it stands in the program. */
export const literal = (text: string, origin: ts.Node): TextValue => ({
  kind: 'text',
  text,
  holes: 0,
  pieces: 1,
  how: [],
  origin,
});

/** A text that folding made. */
export const madeText = (text: string, pieces: number, how: readonly string[], holes = 0): TextValue => ({
  kind: 'text',
  text,
  holes,
  pieces,
  how,
});

/** A string, number, flag, `null` or `undefined` as the platform has it; undefined where the value is none of them. */
export function primitiveOf(value: Value): { readonly value: Primitive } | undefined {
  if (value.kind === 'plain') return value;
  if (value.kind === 'text' && value.holes === 0) return { value: value.text };
  return undefined;
}
