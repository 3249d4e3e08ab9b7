import type { Span } from '../../model/index.ts';
import { BACKSLASH, DOUBLE, isQuote, LINE_FEED, nameBytes, SINGLE, spaceBytes } from '../bytes.ts';
import { latin1 } from '../window.ts';
import type { Decoded } from './decoded.ts';

/** How a file may write one value over several lines: strings put together, or a block of YAML. */
export type PieceFormat = 'strings' | 'yaml';

/** Languages whose programs are not parsed; JavaScript and its like are. */
const strings =
  /\.(?:py[wi]?|java|kts?|scala|groovy|go|rb|php\d?|cs|c|cc|cpp|cxx|h|hpp|mm?|swift|dart|lua|p[lm]|vb|ps1|r)$/i;
const yaml = /\.ya?ml$/i;

/** The ways of a file, by its path. */
export function pieceFormatOf(path: string): PieceFormat | undefined {
  if (strings.test(path)) return 'strings';
  return yaml.test(path) ? 'yaml' : undefined;
}

const mostGap = 64;
const mostPiece = 512;
const mostPieces = 64;
const [PLUS, DOT, AMPERSAND, EQUALS, COLON, OPEN] = [0x2b, 0x2e, 0x26, 0x3d, 0x3a, 0x28];
const operators: ReadonlySet<number> = new Set([PLUS, DOT, AMPERSAND, BACKSLASH]);

/**
 * A value that is written in pieces and starts near an anchor, as if it were written in one; undefined where it is not,
 * or where a piece is no literal.
 * @param start first byte of the anchor, `end` the byte after it
 */
export function joinedAt(bytes: Uint8Array, start: number, end: number, format: PieceFormat): Decoded | undefined {
  if (format === 'yaml') return blockAt(bytes, end);
  // An anchor at the start of a string opens a key, any other one is part of a name.
  if (isQuote(bytes[start - 1])) {
    const opened = stringsFrom(bytes, start - 1, '');
    if (opened) return opened;
  }
  let from = start;
  while (from > 0 && start - from < mostGap && nameBytes[bytes[from - 1] as number]) from--;
  let to = end;
  while (to - end < mostGap && nameBytes[bytes[to] ?? 0]) to++;
  const open = openAfter(bytes, to);
  return open === undefined ? undefined : stringsFrom(bytes, open, `${latin1(bytes, from, to)} = `);
}

/** The quote that opens the value of a name: behind `=`, `:=`, a type, a bracket. */
function openAfter(bytes: Uint8Array, from: number): number | undefined {
  let assigned = false;
  for (let offset = from; offset - from < mostGap && offset < bytes.length; offset++) {
    const byte = bytes[offset] as number;
    if (byte === EQUALS || byte === COLON) assigned = true;
    else if (isQuote(byte)) {
      if (assigned) return offset;
      // The quote that closes the name itself.
      if (offset !== from) return undefined;
    } else if (!spaceBytes[byte] && byte !== OPEN && !nameBytes[byte]) return undefined;
  }
  return undefined;
}

/** The strings from an opening quote on that are put together, as one. */
function stringsFrom(bytes: Uint8Array, open: number, name: string): Decoded | undefined {
  const pieces: Span[] = [];
  for (let at: number | undefined = open; at !== undefined && pieces.length < mostPieces; ) {
    const end = closeOf(bytes, at);
    if (end === undefined) return undefined;
    pieces.push({ start: at + 1, end });
    const next = nextString(bytes, end + 1);
    if (next === 'unknown') return undefined;
    at = next;
  }
  return pieces.length < 2 ? undefined : join(bytes, pieces, `${name}"`, `joined from ${pieces.length} pieces`);
}

function closeOf(bytes: Uint8Array, open: number): number | undefined {
  const quote = bytes[open];
  for (let end = open + 1; end - open <= mostPiece && end < bytes.length; end++) {
    if (bytes[end] === quote) return end;
    if (bytes[end] === BACKSLASH) end++;
    else if (bytes[end] === LINE_FEED) return undefined;
  }
  return undefined;
}

/** The quote of the string that is put behind; `unknown` where something else is. */
function nextString(bytes: Uint8Array, from: number): number | 'unknown' | undefined {
  let joined = false;
  for (let offset = from; offset - from < mostGap && offset < bytes.length; offset++) {
    const byte = bytes[offset] as number;
    if (byte === DOUBLE || byte === SINGLE) return joined ? offset : undefined;
    if (operators.has(byte)) joined = true;
    // Strings on lines one after the other are one in Python and C.
    else if (byte === LINE_FEED) joined = true;
    else if (!spaceBytes[byte]) return operators.has(bytes[lastBlack(bytes, offset)] as number) ? 'unknown' : undefined;
  }
  return undefined;
}

function lastBlack(bytes: Uint8Array, before: number): number {
  let offset = before - 1;
  while (offset > 0 && spaceBytes[bytes[offset] as number]) offset--;
  return offset;
}

/** `name: |` or `name: >-` with one line below it: that line is the value. */
function blockAt(bytes: Uint8Array, end: number): Decoded | undefined {
  const head = latin1(bytes, end, end + 2 * mostGap);
  const [opened, rest = ''] = /^([\w.-]{0,64})["']?:[ \t]+[|>][-+\d]{0,2}[ \t]*\r?\n/.exec(head) ?? [];
  if (opened === undefined) return undefined;
  let from = end;
  while (from > 0 && end - from < mostGap && nameBytes[bytes[from - 1] as number]) from--;
  let lineStart = from;
  while (lineStart > 0 && from - lineStart < mostGap && bytes[lineStart - 1] !== LINE_FEED) lineStart--;
  const indent = latin1(bytes, lineStart, from).search(/[^ -]|$/);
  const text = latin1(bytes, end + opened.length, end + opened.length + 2 * mostPiece);
  const [, blank = '', line = '', after = ''] = /^([ \t]+)(\S[^\r\n]*)(?:\r?\n([\s\S]*)|$)/.exec(text) ?? [];
  const value = line.replace(/(?<![ \t])[ \t]+$/, '');
  const follows = /^(?:[ \t]*\r?\n)*([ \t]*)\S/.exec(after)?.[1]?.length ?? 0;
  if (value === '' || blank.length <= indent || follows > indent) return undefined;
  const start = end + opened.length + blank.length;
  const name = `${latin1(bytes, from, end)}${rest}`;
  const piece = { start, end: start + value.length };
  return join(bytes, [piece], `${name}: ${value.includes('"') ? "'" : '"'}`, 'the value of a block of YAML');
}

/** @param head what is put before the text, up to its opening quote */
function join(bytes: Uint8Array, pieces: readonly Span[], head: string, note: string): Decoded {
  const text = pieces.map(({ start, end }) => latin1(bytes, start, end)).join('');
  const [first, last] = [pieces[0] as Span, pieces.at(-1) as Span];
  const place = (offset: number): number => {
    let left = Math.max(0, Math.min(offset - head.length, text.length - 1));
    for (const { start, end } of pieces) {
      if (left < end - start) return start + left;
      left -= end - start;
    }
    return last.end;
  };
  return {
    bytes: Buffer.from(`${head}${text}${head.slice(-1)}\n`, 'latin1'),
    encoding: 'utf-8',
    how: 'pieces',
    note,
    source: { start: first.start, end: last.end },
    sourceOf: (start, end) => ({ start: place(start), end: place(end - 1) + 1 }),
  };
}
