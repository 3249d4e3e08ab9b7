import { blankBytes, isQuote, nameBytes, spaceBytes } from './bytes.ts';
import { at, is, skip, skipBack } from './read-bytes.ts';

const [OPEN, CLOSE, COMMA, BACKTICK, BRACKET, BRACKET_END, BACKSLASH] = Buffer.from(
  '(),`[]\\',
) as unknown as number[] as [number, number, number, number, number, number, number];
const mostColumns = 400;
const mostValues = 1_200;

/** What a list of columns is made of: names, commas, blanks, and the quotes of names. */
const isOfColumns = (byte: number): boolean =>
  nameBytes[byte] === 1 ||
  spaceBytes[byte] === 1 ||
  byte === COMMA ||
  byte === 0x22 ||
  byte === BACKTICK ||
  byte === BRACKET ||
  byte === BRACKET_END;

/**
 * `INSERT INTO users (id, name, password) VALUES (1, 'admin', 'value')`: where the value of a column starts.
 * @param name the name of the column, without its quotes
 * @returns the offset of the value, or nothing where the name stands in no such list
 */
export function insertedValue(bytes: Uint8Array, name: { start: number; end: number }): number | undefined {
  // What opens and ends a column tells most names apart at once.
  const close = skip(bytes, name.end, blankBytes);
  const next = at(bytes, isQuote(at(bytes, close)) || at(bytes, close) === BRACKET_END ? close + 1 : close);
  if (next !== COMMA && next !== CLOSE && !spaceBytes[next]) return undefined;
  let before = 0;
  let from = name.start - 1;
  while (from > 0 && name.start - from < mostColumns && isOfColumns(at(bytes, from))) {
    if (at(bytes, from) === COMMA) before++;
    from--;
  }
  if (at(bytes, from) !== OPEN || !followsTable(bytes, from)) return undefined;
  let to = name.end;
  while (to - name.end < mostColumns && isOfColumns(at(bytes, to))) to++;
  if (at(bytes, to) !== CLOSE) return undefined;
  const word = skip(bytes, to + 1, spaceBytes);
  if (!is(bytes, word, 'values')) return undefined;
  const list = skip(bytes, word + 6, spaceBytes);
  return at(bytes, list) === OPEN ? member(bytes, list + 1, before) : undefined;
}

/** True where `INTO table` stands before an offset. */
function followsTable(bytes: Uint8Array, offset: number): boolean {
  let from = skipBack(bytes, offset - 1);
  for (let length = 0; length < 100 && at(bytes, from) > 0x20; length++) from--;
  from = skipBack(bytes, from);
  return is(bytes, from - 3, 'into');
}

/** Where the member of a list of values starts that so many commas stand before. */
function member(bytes: Uint8Array, start: number, commas: number): number | undefined {
  let quote = 0;
  let depth = 0;
  let left = commas;
  if (left === 0) return skip(bytes, start, spaceBytes);
  for (let offset = start; offset < bytes.length && offset - start < mostValues; offset++) {
    const byte = at(bytes, offset);
    if (quote !== 0) {
      if (byte === BACKSLASH) offset++;
      else if (byte === quote) quote = 0;
    } else if (isQuote(byte)) quote = byte;
    else if (byte === OPEN) depth++;
    else if (byte === CLOSE && depth-- === 0) return undefined;
    else if (byte === COMMA && depth === 0 && --left === 0) return skip(bytes, offset + 1, spaceBytes);
  }
  return undefined;
}
