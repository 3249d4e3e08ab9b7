import type { Assignment } from '../model/index.ts';
import { BACKSLASH, BACKTICK, blankBytes, isQuote, LINE_FEED, nameBytes, spaceBytes } from './bytes.ts';
import { at, is, skip, skipBack } from './read-bytes.ts';

/** Where a value starts that no sign joins to its name, and how it is joined. */
export interface PairSite {
  readonly start: number;
  readonly operator: Assignment['operator'];
}

/** A name as a form sees it. */
interface Named {
  readonly start: number;
  readonly end: number;
  /** Past the name and its closing quote. */
  readonly after: number;
  readonly quoted: boolean;
  /** The place before the name and its quote, blanks left out, and the byte there: it tells most forms apart at once. */
  readonly before: number;
  readonly mark: number;
}

type Form = (bytes: Uint8Array, name: Named) => PairSite | undefined;

const [EQUALS, COLON, COMMA, GREATER, LESS, BAR, OPEN, CLOSE] = Buffer.from('=:,><|{}') as unknown as number[] as [
  number,
  number,
  number,
  number,
  number,
  number,
  number,
  number,
];
const mostAttributes = 80;
const mostBlock = 400;

/** True where a word of letters ends at an offset. */
const endsWith = (bytes: Uint8Array, offset: number, word: string): boolean =>
  is(bytes, offset - word.length + 1, word) && !nameBytes[at(bytes, offset - word.length)];

/** `{ name: NAME, value: … }` over a comma or a line end, `<add key="NAME" value="…"`. */
const entry: Form = (bytes, name) => {
  if (name.mark !== COLON && name.mark !== EQUALS) return undefined;
  let offset = skip(bytes, at(bytes, name.after) === COMMA ? name.after + 1 : name.after, spaceBytes, 80);
  if (isQuote(at(bytes, offset))) offset++;
  if (!is(bytes, offset, 'value')) return undefined;
  offset += 5;
  if (isQuote(at(bytes, offset))) offset++;
  offset = skip(bytes, offset, blankBytes);
  const operator = at(bytes, offset);
  if (operator !== COLON && operator !== EQUALS) return undefined;
  return { start: skip(bytes, offset + 1, blankBytes), operator: 'entry' };
};

/** `<string name="NAME">value</string>` of Android, Spring and their like. */
const namedElement: Form = (bytes, name) => {
  if (!name.quoted || name.mark !== EQUALS) return undefined;
  let offset = name.after;
  while (offset - name.after < mostAttributes && at(bytes, offset) !== GREATER) {
    if (at(bytes, offset) === LESS || at(bytes, offset) === LINE_FEED || offset >= bytes.length) return undefined;
    offset++;
  }
  return at(bytes, offset) === GREATER ? { start: offset + 1, operator: 'element' } : undefined;
};

/** `<key>NAME</key> <string>value</string>` of property lists. */
const propertyList: Form = (bytes, name) => {
  if (at(bytes, name.start - 1) !== GREATER || !is(bytes, name.after, '</key>')) return undefined;
  const offset = skip(bytes, name.after + 6, spaceBytes);
  return is(bytes, offset, '<string>') ? { start: offset + 8, operator: 'element' } : undefined;
};

/** `variable "NAME" { … default = "value" … }` of Terraform. */
const variableBlock: Form = (bytes, name) => {
  if (!name.quoted || !endsWith(bytes, name.before, 'variable')) return undefined;
  let offset = skip(bytes, name.after, blankBytes);
  if (at(bytes, offset) !== OPEN) return undefined;
  const end = Math.min(bytes.length, offset + mostBlock);
  for (offset++; offset < end && at(bytes, offset) !== CLOSE; offset++) {
    if (!is(bytes, offset, 'default') || nameBytes[at(bytes, offset - 1)]) continue;
    const sign = skip(bytes, offset + 7, blankBytes);
    if (at(bytes, sign) === EQUALS) return { start: skip(bytes, sign + 1, blankBytes), operator: 'assign' };
  }
  return undefined;
};

/** `var name string = "value"` of Go: a type without a colon. */
const typedName: Form = (bytes, name) => {
  const type = skip(bytes, name.after, blankBytes);
  if (name.quoted || type === name.after || !nameBytes[at(bytes, type)]) return undefined;
  const past = skip(bytes, type, nameBytes, 24);
  const sign = skip(bytes, past, blankBytes);
  if (sign === past || at(bytes, sign) !== EQUALS || at(bytes, sign + 1) === EQUALS) return undefined;
  const start = skip(bytes, sign + 1, blankBytes);
  return isQuote(at(bytes, start)) ? { start, operator: 'assign' } : undefined;
};

/** `ENV NAME value` of a Dockerfile, in its older form. */
const environmentLine: Form = (bytes, name) => {
  const { before } = name;
  if (name.quoted || before === name.start - 1 || !endsWith(bytes, before, 'env')) return undefined;
  const line = skipBack(bytes, before - 3);
  if (line >= 0 && at(bytes, line) !== LINE_FEED && line !== 0) return undefined;
  const start = skip(bytes, name.after, blankBytes);
  return start > name.after && at(bytes, start) !== EQUALS ? { start, operator: 'assign' } : undefined;
};

/** `| NAME | value |`: neighbours in a row of a table. */
const tableRow: Form = (bytes, name) => {
  if (name.mark !== BAR) return undefined;
  const bar = skip(bytes, name.after, blankBytes);
  if (at(bytes, bar) !== BAR || at(bytes, bar + 1) === BAR) return undefined;
  const start = skip(bytes, bar + 1, blankBytes);
  const quote = isQuote(at(bytes, start)) ? 1 : 0;
  let end = start + quote;
  while (end < bytes.length && end - start < mostBlock && at(bytes, end) > 0x20 && at(bytes, end) !== BAR) end++;
  return at(bytes, skip(bytes, end, blankBytes)) === BAR ? { start, operator: 'entry' } : undefined;
};

const joiningWords = ['to', 'is', 'as', '=', '->', 'with value', 'to be'];

/** `` set `NAME` to `value` `` in running text. */
const inText: Form = (bytes, name) => {
  if (!name.quoted || at(bytes, name.after - 1) !== BACKTICK) return undefined;
  const offset = skip(bytes, name.after, blankBytes);
  for (const word of joiningWords) {
    const start = skip(bytes, offset + word.length, blankBytes);
    if (is(bytes, offset, word) && start > offset + word.length && at(bytes, start) === BACKTICK)
      return { start, operator: 'entry' };
  }
  return undefined;
};

/** `buildConfigField("String", "NAME", "\"value\"")` of Gradle. */
const typedArguments: Form = (bytes, name) => {
  const comma = name.before;
  if (!name.quoted || name.mark !== COMMA || at(bytes, name.after) !== COMMA) return undefined;
  const type = skipBack(bytes, comma - 1);
  if (!isQuote(at(bytes, type)) || !endsWith(bytes, type - 1, 'string')) return undefined;
  const start = skip(bytes, name.after + 1, spaceBytes);
  if (!isQuote(at(bytes, start))) return undefined;
  const inner = at(bytes, start + 1) === BACKSLASH && isQuote(at(bytes, start + 2)) ? start + 1 : start;
  return { start: inner, operator: 'call' };
};

const forms: readonly Form[] = [
  entry,
  namedElement,
  propertyList,
  variableBlock,
  environmentLine,
  typedName,
  tableRow,
  inText,
  typedArguments,
];

/**
 * Finds the value of a name in forms where no sign between the two joins them.
 * @param after past the name and its closing quote
 */
export function locateValue(
  bytes: Uint8Array,
  { start, end }: { readonly start: number; readonly end: number },
  after: number,
  quoted: boolean,
): PairSite | undefined {
  const before = skipBack(bytes, start - (quoted ? 2 : 1));
  const name: Named = { start, end, after, quoted, before, mark: at(bytes, before) };
  for (const form of forms) {
    const site = form(bytes, name);
    if (site) return site;
  }
  return undefined;
}
