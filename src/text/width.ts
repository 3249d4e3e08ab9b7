/** Ranges of code points that terminals show two columns wide: Unicode's East Asian Width W and F, and emoji. */
const wide = new RegExp(
  [
    '[\\u1100-\\u115f\\u2e80-\\u303e\\u3041-\\u33ff\\u3400-\\u4dbf\\u4e00-\\ua4cf\\ua960-\\ua97f\\uac00-\\ud7a3]',
    '[\\uf900-\\ufaff\\ufe10-\\ufe19\\ufe30-\\ufe6f\\uff00-\\uff60\\uffe0-\\uffe6]',
    '[\\u{16fe0}-\\u{18aff}\\u{1b000}-\\u{1b2ff}\\u{20000}-\\u{3fffd}]',
    '\\p{Emoji_Presentation}',
  ].join('|'),
  'u',
);
const noWidth = /[\p{Mn}\p{Me}\p{Cc}\p{Cf}]/u;
const ascii = /^[\x20-\x7e]*$/;

/** Columns a terminal gives one code point. */
function columnsOf(character: string): 0 | 1 | 2 {
  if (noWidth.test(character)) return 0;
  return wide.test(character) ? 2 : 1;
}

/** Columns a terminal gives a text without control characters. */
export function width(text: string): number {
  if (ascii.test(text)) return text.length;
  let columns = 0;
  for (const character of text) columns += columnsOf(character);
  return columns;
}

/** The longest start of a text that fits into so many columns. */
export function fitStart(text: string, columns: number): string {
  let end = 0;
  let used = 0;
  for (const character of text) {
    used += columnsOf(character);
    if (used > columns) break;
    end += character.length;
  }
  return text.slice(0, end);
}

/** The longest end of a text that fits into so many columns. */
export function fitEnd(text: string, columns: number): string {
  const characters = Array.from(text);
  let start = text.length;
  let used = 0;
  for (const character of characters.reverse()) {
    used += columnsOf(character);
    if (used > columns) break;
    start -= character.length;
  }
  return text.slice(start);
}
