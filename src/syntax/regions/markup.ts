/** An attribute of a tag: where its name, and the text between its quotes or braces, stand. */
export interface Attribute {
  readonly name: string;
  readonly nameStart: number;
  readonly start: number;
  readonly end: number;
  /** `"`, `'`, `{` or `''`: how the value is enclosed. */
  readonly quote: string;
}

/** What a pass over markup meets, in the order of the text. */
export interface MarkupHandler {
  /** A tag and its attributes. */
  tag?(name: string, attributes: readonly Attribute[]): void;
  /** The text of a `script` or `style` element. */
  raw?(name: string, attributes: readonly Attribute[], start: number, end: number): void;
  /** Text between tags. */
  text?(start: number, end: number): void;
}

const tagStart = /<(?:!--|[A-Za-z!/])/g;
const rawElement = /^(?:script|style)$/i;
const nameCharacters = /[A-Za-z0-9:._-]*/y;
const attributeName = /[^\s=>/"'{}]+/y;
const space = /\s*/y;

function skip(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : at;
}

/** Goes over markup once. Not a browser's parser: broken markup gives what can be told. */
export function readMarkup(text: string, handler: MarkupHandler, from = 0): void {
  let at = from;
  while (at < text.length) {
    tagStart.lastIndex = at;
    const opening = tagStart.exec(text);
    handler.text?.(at, opening?.index ?? text.length);
    if (!opening) return;
    if (opening[0] === '<!--') {
      const end = text.indexOf('-->', opening.index);
      at = end < 0 ? text.length : end + 3;
      continue;
    }
    at = readTag(text, opening.index + 1, handler);
  }
}

function readTag(text: string, start: number, handler: MarkupHandler): number {
  const nameEnd = skip(nameCharacters, text, start);
  const name = text.slice(start, nameEnd);
  const attributes: Attribute[] = [];
  let at = nameEnd;
  while (at < text.length) {
    at = skip(space, text, at);
    const character = text[at];
    if (character === '>') {
      at++;
      break;
    }
    if (character === '{') {
      const end = closingBrace(text, at);
      attributes.push({ name: '', nameStart: at, start: at + 1, end, quote: '{' });
      at = end + 1;
      continue;
    }
    const end = skip(attributeName, text, at);
    if (end === at) at++;
    else at = readAttribute(text, at, end, attributes);
  }
  handler.tag?.(name, attributes);
  if (!rawElement.test(name)) return at;
  const close = new RegExp(`</${name}`, 'gi');
  close.lastIndex = at;
  const end = close.exec(text)?.index ?? text.length;
  handler.raw?.(name.toLowerCase(), attributes, at, end);
  return end;
}

function readAttribute(text: string, nameStart: number, nameEnd: number, attributes: Attribute[]): number {
  const name = text.slice(nameStart, nameEnd);
  const sign = skip(space, text, nameEnd);
  if (text[sign] !== '=') {
    attributes.push({ name, nameStart, start: nameEnd, end: nameEnd, quote: '' });
    return nameEnd;
  }
  const start = skip(space, text, sign + 1);
  const quote = text[start] ?? '';
  if (quote === '"' || quote === "'") {
    const found = text.indexOf(quote, start + 1);
    const end = found < 0 ? text.length : found;
    attributes.push({ name, nameStart, start: start + 1, end, quote });
    return end + 1;
  }
  if (quote === '{') {
    const end = closingBrace(text, start);
    attributes.push({ name, nameStart, start: start + 1, end, quote });
    return end + 1;
  }
  const end = skip(attributeName, text, start);
  attributes.push({ name, nameStart, start, end: Math.max(end, start), quote: '' });
  return Math.max(end, start + 1);
}

/** Farther than this the end of an expression is not looked for. Characters. */
const longest = 20_000;

/** Where the brace that opens at a place is closed; strings inside are passed over. */
export function closingBrace(text: string, open: number): number {
  let depth = 0;
  const last = Math.min(text.length, open + longest);
  for (let at = open; at < last; at++) {
    const character = text[at] as string;
    if (character === '{') depth++;
    else if (character === '}') {
      if (--depth === 0) return at;
    } else if (character === '"' || character === "'" || character === '`') {
      const end = closingQuote(text, at, last);
      if (end > 0) at = end;
    }
  }
  return last;
}

/** Where a quoted text ends on its line (one in backticks: anywhere); 0 where it does not: an apostrophe. */
function closingQuote(text: string, open: number, last: number): number {
  const quote = text[open];
  for (let at = open + 1; at < last; at++) {
    if (text[at] === '\\') at++;
    else if (text[at] === quote) return at;
    else if (text[at] === '\n' && quote !== '`') return 0;
  }
  return 0;
}

/** The value of an attribute, as it stands. */
export const attributeValue = (text: string, attributes: readonly Attribute[], name: string): string | undefined => {
  const found = attributes.find((attribute) => attribute.name.toLowerCase() === name);
  return found && text.slice(found.start, found.end);
};
