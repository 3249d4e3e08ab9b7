/**
 * Characters that move the cursor, change what is shown, or are not seen: controls (ANSI escapes begin with one),
 * formats (bidi overrides, zero-width characters, tags), line and paragraph separators, halves of pairs.
 */
const unseen = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu;

const named: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\t': '\\t' };

function escaped(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  const digits = code.toString(16);
  if (code < 0x100) return `\\x${digits.padStart(2, '0')}`;
  return code < 0x10000 ? `\\u${digits.padStart(4, '0')}` : `\\u{${digits}}`;
}

/**
 * A text of unknown origin as one line that is safe to print: what a terminal would act on, and what a person would not
 * see, is spelt out as an escape. The text of a repository passes here before it reaches any reader.
 */
export const visible = (text: string): string =>
  text.replace(unseen, (character) => named[character] ?? escaped(character));

/** JSON text with the same characters written as `\u` escapes: it reads back the same, and is safe to print as it is. */
export const visibleJson = (json: string): string =>
  json.replace(unseen, (character) =>
    // The line ends of indented JSON are its own; those of values are escaped by JSON itself.
    character === '\n'
      ? character
      : Array.from({ length: character.length }, (_, at) => unitEscape(character.charCodeAt(at))).join(''),
  );

const unitEscape = (unit: number): string => `\\u${unit.toString(16).padStart(4, '0')}`;

/** A word for a POSIX shell: quoted where it needs to be, whatever it holds. */
export const shellWord = (word: string): string =>
  /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
