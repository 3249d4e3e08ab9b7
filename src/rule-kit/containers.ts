/** What stands in which brackets of a configuration, told from its text: good enough where a file is short and plain. */

/** A construct that holds others: `define: {`. */
export interface Container {
  /** Ends with the opening bracket. Flag `g`. */
  readonly opens: RegExp;
  /** Files in which it means what it is taken for. Default: all. */
  readonly paths?: RegExp;
  /** What it is, for a title: "`define` of the bundler". */
  readonly what: string;
}

/** Characters before a place that are looked at: what lies further back is not known to hold it. */
const reach = 4_000;
/** The nearest that are tried: more would let a hostile text cost its square. */
const mostTried = 4;

/**
 * The innermost of some containers that a place stands in.
 * @param at a place of `text`, in characters
 * @returns the container and the place after its opening bracket; nothing where none is open there, or in a comment
 */
export function containerAround(
  text: string,
  at: number,
  path: string,
  containers: readonly Container[],
): { readonly container: Container; readonly start: number } | undefined {
  const from = Math.max(0, at - reach);
  const before = text.slice(from, at);
  const opened: { container: Container; start: number }[] = [];
  for (const container of containers) {
    if (container.paths && !container.paths.test(path)) continue;
    for (const match of before.matchAll(container.opens))
      opened.push({ container, start: match.index + match[0].length });
  }
  const found = opened
    .sort((a, b) => b.start - a.start)
    .slice(0, mostTried)
    .find(({ start }) => isOpen(before, start));
  return found && { container: found.container, start: from + found.start };
}

/** Whether the bracket before `start` is still open at the end of the text, and the end stands in no comment. */
function isOpen(text: string, start: number): boolean {
  let depth = 1;
  for (let at = start; at < text.length; at++) {
    const next = skipped(text, at);
    if (next !== at) {
      // A text that goes on is where the place stands; a comment that goes on is nothing.
      if (next >= text.length) return text[at] !== '/';
      at = next - 1;
      continue;
    }
    const character = text[at] as string;
    if ('{[('.includes(character)) depth++;
    else if ('}])'.includes(character) && --depth === 0) return false;
  }
  return true;
}

/** The place after a comment or quoted text that starts at a place; the place itself where none does. */
export function skipped(text: string, at: number): number {
  const character = text[at] as string;
  if (character === '/') {
    const isLine = text[at + 1] === '/' && text[at - 1] !== ':';
    const ends = isLine ? '\n' : text[at + 1] === '*' ? '*/' : undefined;
    if (ends === undefined) return at;
    const end = text.indexOf(ends, at + 2);
    return end < 0 ? text.length : end + ends.length;
  }
  if (!`'"\``.includes(character)) return at;
  for (let end = at + 1; end < text.length; end++) {
    if (text[end] === '\\') end++;
    else if (text[end] === character) return end + 1;
    // An apostrophe in a text of markup opens nothing.
    else if (text[end] === '\n' && character !== '`') return at;
  }
  return text.length;
}

/**
 * The value an entry is given, where a name is the key of one: up to the comma or bracket that ends it.
 * @param after the place after the name, its closing quote included or not
 * @returns nothing where no `:` or `=` follows
 */
export function valueOfEntry(text: string, after: number): string | undefined {
  const colon = /^['"`]?\]?\s{0,20}[:=](?![=>])/.exec(text.slice(after, after + 30));
  if (!colon) return undefined;
  const start = after + colon[0].length;
  const end = Math.min(text.length, start + 300);
  let depth = 0;
  for (let at = start; at < end; at++) {
    const next = skipped(text, at);
    if (next !== at) {
      at = next - 1;
      continue;
    }
    const character = text[at] as string;
    if ('{[('.includes(character)) depth++;
    else if ('}])'.includes(character)) {
      if (--depth < 0) return text.slice(start, at).trim();
    } else if (depth === 0 && (character === ',' || character === ';')) return text.slice(start, at).trim();
  }
  return text.slice(start, end).trim();
}
