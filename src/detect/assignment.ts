import type { Assignment } from '../model/index.ts';
import { isSetByCall, pastSize } from './argument-name.ts';
import { BACKSLASH, BACKTICK, bareEndBytes, blankBytes, isQuote, LINE_FEED, nameBytes, spaceBytes } from './bytes.ts';
import { pastAttributes, valueBesideName } from './element-value.ts';
import { insertedValue } from './insert-statement.ts';
import { optionDefault } from './option-default.ts';
import { locateValue } from './pair-forms.ts';
import { at, is, pastColours, pastComparison, skip, skipBack, startsBody } from './read-bytes.ts';
import {
  BANG,
  BAR,
  BRACE,
  BRACKET,
  CLOSE,
  COLON,
  COMMA,
  DASH,
  DOLLAR,
  EQUALS,
  GREATER,
  LESS,
  OPEN,
  QUESTION,
} from './signs.ts';
import { pastBrace, pastUnusualSign, pastWrapper } from './wrapped-value.ts';

type Operator = Assignment['operator'];

/** A name and its literal value, as offsets into the bytes given. */
export interface AssignmentSite {
  readonly nameStart: number;
  readonly nameEnd: number;
  readonly valueStart: number;
  readonly valueEnd: number;
  readonly quoted: boolean;
  readonly operator: Operator;
}

const mostValue = 512;

/**
 * Reads the assignment of which the name stands at `name`, in whatever language or format: `name = "…"`,
 * `"name": "…"`, `name => '…'`, `name: value`, `<name>value</name>`, `setName("…")`, `"name", "…"`, `--name value`,
 * `NAME '…'`, `{ name: NAME, value: … }`, `env.NAME ?? "…"`, `${NAME:-…}`, with a type between name and `=`.
 * @returns offsets into `bytes`, or nothing where no literal value is assigned there
 */
export function readAssignment(
  bytes: Uint8Array,
  name: { start: number; end: number },
  inInsert: boolean,
): AssignmentSite | undefined {
  const before = at(bytes, name.start - 1);
  let offset = name.end;
  const closing = at(bytes, offset) === BACKSLASH ? offset + 1 : offset;
  // `"name": "…"`; a quote before the name alone opens a text that holds the assignment: `-H "name: …"`.
  const quotedName = isQuote(before) && at(bytes, closing) === before;
  if (quotedName) offset = closing + 1;
  // `char password[20] = "…"`, `$ENV{PASSWORD} = "…"`
  if (at(bytes, offset) === 0x5b) offset = pastSize(bytes, offset);
  if (before === BRACE && at(bytes, offset) === 0x7d) offset++;
  while (at(bytes, offset) === BRACKET || (at(bytes, offset) === CLOSE && !startsBody(bytes, offset + 1))) offset++;
  const afterName = offset;
  offset = skip(bytes, pastColours(bytes, offset), blankBytes);

  const pair = locateValue(bytes, name, afterName, quotedName);
  if (pair?.operator === 'element') return element(bytes, name, pair.start);
  if (pair) return value(bytes, name, pair.start, pair.operator);
  const inserted = inInsert ? insertedValue(bytes, name) : undefined;
  if (inserted !== undefined) return textOnly(value(bytes, name, inserted, 'entry'));
  const unusual = pastUnusualSign(bytes, offset);
  if (unusual !== undefined) return value(bytes, name, unusual, 'assign');

  const compared = pastComparison(bytes, offset);
  if (compared !== undefined) return value(bytes, name, skip(bytes, compared, blankBytes), 'compare');

  switch (at(bytes, offset)) {
    case EQUALS:
      if (at(bytes, offset + 1) === GREATER) offset++;
      return value(bytes, name, skip(bytes, pastBrace(bytes, offset + 1), spaceBytes), 'assign');
    case COLON:
      return colon(bytes, name, offset, before);
    case QUESTION:
      if (at(bytes, offset + 1) === QUESTION) {
        const past = at(bytes, offset + 2) === EQUALS ? 3 : 2;
        return value(bytes, name, skip(bytes, offset + past, spaceBytes), 'fallback');
      }
      if (at(bytes, offset + 1) === COLON) return colon(bytes, name, offset + 1, before);
      return undefined;
    case BANG:
      return at(bytes, offset + 1) === COLON ? colon(bytes, name, offset + 1, before) : undefined;
    case BAR:
      return at(bytes, offset + 1) === BAR
        ? value(
            bytes,
            name,
            skip(bytes, offset + 2 + (at(bytes, offset + 2) === EQUALS ? 1 : 0), spaceBytes),
            'fallback',
          )
        : undefined;
    case COMMA:
      // `setopt(handle, CURLOPT_PASSWORD, "…")`: a constant names what the last argument sets.
      if (!quotedName && isSetByCall(bytes, name))
        return lastArgument(bytes, name, skip(bytes, offset + 1, spaceBytes));
      if (quotedName) {
        const option = optionDefault(bytes, name, offset);
        if (option !== undefined) return textOnly(value(bytes, name, option, 'fallback'));
      }
      // `set :session_secret, '…'` of Ruby.
      if (before === COLON && blankBytes[at(bytes, name.start - 2)])
        return quotedOnly(bytes, name, skip(bytes, offset + 1, spaceBytes), 'comma');
      // The first two of a call or a pair; anywhere later they are members of a list.
      return quotedName && opensList(at(bytes, skipBack(bytes, name.start - 2)))
        ? quotedOnly(bytes, name, skip(bytes, offset + 1, spaceBytes), 'comma')
        : undefined;
    case OPEN:
      return quotedName ? undefined : quotedOnly(bytes, name, skip(bytes, offset + 1, spaceBytes), 'call');
    case GREATER:
      return before === LESS || before === COLON ? element(bytes, name, offset + 1) : undefined;
    case LESS:
      return before === GREATER ? element(bytes, name, valueBesideName(bytes, offset)) : undefined;
    case BRACE:
      // `std::string password{"…"}`, `let(:password) { '…' }`
      return quotedName ? undefined : quotedOnly(bytes, name, skip(bytes, offset + 1, blankBytes), 'call');
    default:
      if (offset === afterName) return undefined;
      if (before === LESS) return element(bytes, name, pastAttributes(bytes, offset));
      if (is(bytes, offset, 'or ') && isQuote(at(bytes, offset + 3))) return value(bytes, name, offset + 3, 'fallback');
      if (opensText(bytes, offset)) return value(bytes, name, offset, 'space');
      return at(bytes, name.start) === DASH ? value(bytes, name, offset, 'flag') : undefined;
  }
}

function colon(
  bytes: Uint8Array,
  name: { start: number; end: number },
  offset: number,
  before: number,
): AssignmentSite | undefined {
  const next = at(bytes, offset + 1);
  // `a::b`, and the parts of `arn:aws:secretsmanager:…:secret:name`.
  if (next === COLON || (before === COLON && !blankBytes[next])) return undefined;
  if (next === EQUALS) return value(bytes, name, skip(bytes, offset + 2, spaceBytes), 'assign');
  // `${name:default}` of Spring.
  if (before === BRACE && at(bytes, name.start - 2) === DOLLAR && next !== DASH && next !== QUESTION) {
    const site = value(bytes, name, offset + 1, 'fallback');
    return site && { ...site, quoted: true };
  }
  // `${NAME:-default}` of shells and compose files.
  if (next === DASH && (before === 0x7b || before === DOLLAR)) return value(bytes, name, offset + 2, 'fallback');
  const start = skip(bytes, offset + 1, blankBytes);
  const typed = afterType(bytes, start);
  return value(bytes, name, typed ?? skip(bytes, start, spaceBytes), typed === undefined ? 'colon' : 'assign');
}

/** Past `string = ` in `name: string = "…"`: where the value starts, when a type and `=` stand on this line. */
function afterType(bytes: Uint8Array, start: number): number | undefined {
  // A quote opens the value itself, which may end in `=`; a tick within a type is a lifetime.
  if (isQuote(at(bytes, start))) return undefined;
  let offset = start;
  while (offset - start < 40) {
    const byte = at(bytes, offset);
    if (byte === EQUALS) {
      const past = skip(bytes, offset + 1, spaceBytes);
      return offset > start && opensText(bytes, pastWrapper(bytes, past)) ? past : undefined;
    }
    const inType =
      nameBytes[byte] || byte === 0x20 || byte === 0x26 || byte === LESS || byte === GREATER || byte === BAR;
    if (!inType && byte !== QUESTION && byte !== SINGLE_TICK && byte !== 0x5b && byte !== BRACKET) return undefined;
    offset++;
  }
  return undefined;
}
const SINGLE_TICK = 0x27;

function lastArgument(bytes: Uint8Array, name: { start: number; end: number }, start: number) {
  const site = value(bytes, name, start, 'call');
  if (!site?.quoted) return undefined;
  return at(bytes, skip(bytes, site.valueEnd + 1, spaceBytes)) === CLOSE ? site : undefined;
}

const opensList = (byte: number): boolean => byte === OPEN || byte === 0x5b || byte === 0x7b;

function quotedOnly(bytes: Uint8Array, name: { start: number; end: number }, start: number, operator: Operator) {
  const site = value(bytes, name, start, operator);
  if (!site?.quoted) return undefined;
  if (operator !== 'call') return site;
  const next = at(bytes, skip(bytes, site.valueEnd + 1, spaceBytes));
  return next === CLOSE || next === COMMA || next === 0x7d ? site : undefined;
}

/** True where a text in quotes starts, with a letter before it that says of what kind it is: `@"…"`, `b"…"`. */
const opensText = (bytes: Uint8Array, offset: number): boolean =>
  isQuote(at(bytes, offset)) ||
  (/[@bLNru]/.test(String.fromCharCode(at(bytes, offset))) && isQuote(at(bytes, offset + 1)));

const textOnly = (site: AssignmentSite | undefined): AssignmentSite | undefined => (site?.quoted ? site : undefined);

function element(
  bytes: Uint8Array,
  name: { start: number; end: number },
  start: number | undefined,
): AssignmentSite | undefined {
  if (start === undefined) return undefined;
  let end = start;
  while (end - start < mostValue && end < bytes.length && at(bytes, end) !== LESS && at(bytes, end) !== LINE_FEED)
    end++;
  return at(bytes, end) === LESS && at(bytes, end + 1) === 0x2f && end > start
    ? { nameStart: name.start, nameEnd: name.end, valueStart: start, valueEnd: end, quoted: true, operator: 'element' }
    : undefined;
}

/** The value that starts at `start`: quoted in any way, or bare. */
function value(
  bytes: Uint8Array,
  name: { start: number; end: number },
  first: number,
  operator: Operator,
): AssignmentSite | undefined {
  const start = pastColours(bytes, first);
  const site = (valueStart: number, valueEnd: number, quoted: boolean): AssignmentSite | undefined =>
    valueEnd > valueStart
      ? { nameStart: name.start, nameEnd: name.end, valueStart, valueEnd, quoted, operator }
      : undefined;
  let open = pastWrapper(bytes, start);
  // Prefixes of strings: `b'…'`, `r"…"`, `rb'…'`, `@"…"`, `L"…"`, `N'…'`, and the escaped quotes of JSON in a string.
  for (let letters = 0; letters < 2 && !isQuote(at(bytes, open)); letters++) {
    const next = at(bytes, open + 1);
    if (isQuote(next) && (at(bytes, open) === BACKSLASH || /[brunlN@]/i.test(String.fromCharCode(at(bytes, open)))))
      open++;
    else if (letters === 0 && isQuote(at(bytes, open + 2)) && is(bytes, open, 'rb')) open += 2;
  }
  const quote = at(bytes, open);
  if (!isQuote(quote)) {
    let end = start;
    while (end - start < mostValue && end < bytes.length && !bareEndBytes[at(bytes, end)]) end++;
    return site(start, end, false);
  }
  const escaped = at(bytes, open - 1) === BACKSLASH;
  const triple = at(bytes, open + 1) === quote && at(bytes, open + 2) === quote;
  const from = open + (triple ? 3 : 1);
  for (let end = from; end - from <= mostValue && end < bytes.length; end++) {
    const byte = at(bytes, end);
    if (byte === quote) return site(from, escaped && at(bytes, end - 1) === BACKSLASH ? end - 1 : end, true);
    if (byte === BACKSLASH && !escaped) end++;
    else if (byte === LINE_FEED && quote !== BACKTICK && !triple) return undefined;
  }
  return undefined;
}
