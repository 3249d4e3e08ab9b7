import { latin1 } from '../window.ts';
import { base64Digits, NO_DIGIT } from './base64.ts';
import { type Decoded, NO_TEXT, textClasses } from './decoded.ts';
import { piecesFrom, sourceAt } from './pieces.ts';

/** What a manifest of a Secret holds, in lower case: it leads to its `data`. */
export const secretMarks = ['kind: secret', 'kind: "secret"', '"kind": "secret"', '"kind":"secret"'] as const;

/** Bytes before and after the kind in which the data of the same manifest is looked for. */
const reach = 128 << 10;

const dataOfYaml = /^([ \t]*)(?:- )?data:[ \t]*\r?\n/gm;
const entryOfYaml =
  /^([ \t]+)["']?([\w.-]{1,128})["']?:[ \t]*(?:[|>][-+\d]*[ \t]*\r?\n[ \t]+)?["']?([A-Za-z0-9+/]{4,})={0,2}["']?[ \t]*(?:#.*)?\r?$/gm;
const dataOfJson = /"data"\s{0,8}:\s{0,8}\{([^{}]{0,131072})\}/g;
const entryOfJson = /"([\w.-]{1,128})"\s{0,8}:\s{0,8}"([A-Za-z0-9+/]{4,})={0,2}"/g;
const nextKey = /^[^\s#]/m;

/**
 * The values of a Kubernetes Secret, decoded, each as if it were assigned to its key. Values that are no text are left
 * out, and so are those of a SealedSecret, which are encrypted.
 * @param mark where the kind of the manifest stands in `bytes`, and the byte after it
 */
export function* secretData(bytes: Uint8Array, mark: { start: number; end: number }): Generator<Decoded> {
  // `SecretStore` and its like hold no secret.
  if (/[A-Za-z]/.test(latin1(bytes, mark.end, mark.end + 1))) return;
  const from = Math.max(0, mark.start - reach);
  const text = latin1(bytes, from, mark.end + reach);
  const here = mark.start - from;
  const dashes = text.lastIndexOf('\n---', here);
  const first = dashes < 0 ? 0 : dashes + 1;
  const after = text.indexOf('\n---', here);
  const document = text.slice(first, after < 0 ? undefined : after);
  const shift = from + first;
  for (const { index, 0: head, 1: indent = '' } of document.matchAll(dataOfYaml)) {
    const start = index + head.length;
    const block = blockUnder(document.slice(start), indent);
    for (const entry of block.matchAll(entryOfYaml)) {
      const [whole, , key = '', value = ''] = entry;
      const at = shift + start + entry.index + whole.lastIndexOf(value);
      yield* assigned(bytes, key, at, value.length);
    }
  }
  for (const { index, 0: whole, 1: inner = '' } of document.matchAll(dataOfJson)) {
    const start = index + whole.length - 1 - inner.length;
    for (const entry of inner.matchAll(entryOfJson)) {
      const [all, key = '', value = ''] = entry;
      yield* assigned(bytes, key, shift + start + entry.index + all.lastIndexOf(value), value.length);
    }
  }
}

/** The lines that are indented more than a key. */
function blockUnder(text: string, indent: string): string {
  const least = indent === '' ? nextKey : new RegExp(`^[ \\t]{0,${indent.length}}[^\\s#]`, 'm');
  const end = text.search(least);
  return end < 0 ? text : text.slice(0, end);
}

const PADDING = 0x3d;
const isDigit = (byte: number): boolean => base64Digits[byte] !== NO_DIGIT;

function* assigned(bytes: Uint8Array, key: string, start: number, length: number): Generator<Decoded> {
  const pieces = piecesFrom(bytes, { start, end: start + length }, isDigit);
  const value = Buffer.from(pieces.map((piece) => latin1(bytes, piece.start, piece.end)).join(''), 'base64');
  if (value.length === 0 || value.some((byte) => textClasses[byte] === NO_TEXT)) return;
  const text = value.toString('utf8').replace(/(?<![\r\n])[\r\n]+$/, '');
  const quote = ['"', "'"].find((each) => !text.includes(each)) ?? '';
  const head = /[\r\n]/.test(text) ? '' : `${key}: ${quote}`;
  const skipped = Buffer.byteLength(head);
  const place = sourceAt(pieces);
  let end = (pieces.at(-1) as { end: number }).end;
  while (bytes[end] === PADDING) end++;
  const within = (offset: number): number => Math.max(0, Math.min(offset - skipped, value.length));
  yield {
    bytes: Buffer.from(`${head}${text}${head === '' ? '' : quote}\n`),
    encoding: 'utf-8',
    how: 'base64 in a Kubernetes Secret',
    source: { start, end },
    sourceOf: (from, after) => ({
      start: place(Math.floor(within(from) / 3) * 4).start,
      end: within(after) >= Buffer.byteLength(text) ? end : place(Math.ceil(within(after) / 3) * 4 - 1).end,
    }),
    replaces: true,
  };
}
