import { Buffer } from 'node:buffer';
import { type BytesValue, justUnknown, primitiveOf, type TextValue, type Value, type Values } from '../values/value.ts';
import { type Folder, longest } from './folder.ts';
import { lift, primitivesOf } from './lift.ts';

/** A function of the platform: all arguments are given as single values. */
export type Builtin = (given: readonly Value[], fold: Folder) => Values;

/** A function from text to text, as the platform computes it; where it throws, so would the program. */
const ofText =
  (name: string, apply: (text: string) => string): Builtin =>
  (given, fold) => {
    const [first] = given;
    const known = first && primitiveOf(first);
    if (!known || (first.kind === 'text' && first.text.length > longest)) return justUnknown;
    try {
      return lift(apply(String(known.value)), given, `${name}()`, fold);
    } catch {
      return justUnknown;
    }
  };

const encodings = new Set([
  'utf8',
  'utf-8',
  'base64',
  'base64url',
  'hex',
  'latin1',
  'binary',
  'ascii',
  'utf16le',
  'ucs2',
]);

function encodingOf(value: Value | undefined): BufferEncoding | undefined {
  if (!value) return 'utf8';
  const known = primitiveOf(value);
  if (!known) return undefined;
  if (known.value === undefined) return 'utf8';
  const name = String(known.value).toLowerCase();
  return encodings.has(name) ? (name as BufferEncoding) : undefined;
}

/** Bytes with the text they were read from. */
const readFrom = (written: TextValue, values: Values): Values =>
  values.map((value) => (value.kind === 'bytes' ? { ...value, written } : value));

/** `Buffer.from(text, encoding)`, `Buffer.from([…])`, `new Uint8Array([…])`. */
const bytesFrom =
  (name: string): Builtin =>
  (given, fold) => {
    const [first, second] = given;
    if (first?.kind === 'bytes') return [first];
    if (first?.kind === 'list') {
      const items = first.items.flat();
      const numbers = first.open || items.length !== first.items.length ? undefined : primitivesOf(items);
      return numbers ? lift(Uint8Array.from(numbers, Number), items, name, fold) : justUnknown;
    }
    const encoding = encodingOf(second);
    if (first?.kind !== 'text' || first.holes > 0 || !encoding || first.text.length > longest) return justUnknown;
    const label = encoding === 'utf8' || encoding === 'utf-8' ? name : `${name}(${encoding})`;
    return readFrom(first, lift(new Uint8Array(Buffer.from(first.text, encoding)), given, label, fold));
  };

/** Methods of bytes: `.toString(encoding)`, `.slice(…)`. */
export function callBytesMethod(name: string, self: BytesValue, given: readonly Value[], fold: Folder): Values {
  const buffer = Buffer.from(self.bytes.buffer, self.bytes.byteOffset, self.bytes.byteLength);
  if (name === 'toString') {
    const encoding = encodingOf(given[0]);
    if (!encoding || given.length > 1) return justUnknown;
    // A typed array that is no Buffer prints its numbers.
    const text = self.how.some((word) => word.startsWith('Buffer')) ? buffer.toString(encoding) : self.bytes.join(',');
    return lift(text, [self], '.toString()', fold);
  }
  const numbers = primitivesOf(given);
  if ((name === 'slice' || name === 'subarray') && numbers)
    return lift(self.bytes.slice(...(numbers as [number, number])), [self], `.${name}()`, fold);
  return justUnknown;
}

/** `new TextDecoder(…).decode(bytes)`. UTF-8 only. */
const decodeBytes: Builtin = ([first], fold) =>
  first?.kind === 'bytes' ? lift(new TextDecoder().decode(first.bytes), [first], 'TextDecoder', fold) : justUnknown;

const encodeText: Builtin = ([first], fold) =>
  first?.kind === 'text' && first.holes === 0
    ? readFrom(first, lift(new TextEncoder().encode(first.text), [first], 'TextEncoder', fold))
    : justUnknown;

const concatBytes: Builtin = ([first], fold) => {
  if (first?.kind !== 'list' || first.open) return justUnknown;
  const parts = first.items.map(([only]) => (only?.kind === 'bytes' ? only : undefined));
  if (!parts.every((part) => part !== undefined)) return justUnknown;
  return lift(new Uint8Array(Buffer.concat(parts.map(({ bytes }) => bytes))), parts, 'Buffer.concat()', fold);
};

/** Encodings, by the name the platform has for them. */
export const encodingBuiltins: Readonly<Record<string, Builtin>> = {
  atob: ofText('atob', atob),
  btoa: ofText('btoa', btoa),
  Buffer: bytesFrom('Buffer'),
  'Buffer.concat': concatBytes,
  'Buffer.from': bytesFrom('Buffer'),
  decodeURI: ofText('decodeURI', decodeURI),
  decodeURIComponent: ofText('decodeURIComponent', decodeURIComponent),
  encodeURI: ofText('encodeURI', encodeURI),
  encodeURIComponent: ofText('encodeURIComponent', encodeURIComponent),
  escape: ofText('escape', escape),
  'TextDecoder().decode': decodeBytes,
  'TextEncoder().encode': encodeText,
  Uint8Array: bytesFrom('Uint8Array'),
  'Uint8Array.from': bytesFrom('Uint8Array'),
  'Uint8Array.of': (given, fold) =>
    bytesFrom('Uint8Array')([{ kind: 'list', items: given.map((value) => [value]), open: false }], fold),
  unescape: ofText('unescape', unescape),
};
