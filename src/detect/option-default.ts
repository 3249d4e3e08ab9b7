import { blankBytes, isQuote, LINE_FEED, spaceBytes } from './bytes.ts';
import { at, is, skip, skipBack } from './read-bytes.ts';

const [OPEN, CLOSE, COMMA, AMPERSAND, EQUALS] = Buffer.from('(),&=') as unknown as number[] as [
  number,
  number,
  number,
  number,
  number,
];
const mostOptions = 200;

/**
 * The default of an option of a command line: `add_argument("--token", default="…")`, `StringVar(&token, "token", "…")`.
 * @param name in quotes
 * @param comma the comma behind the name and its quote
 * @returns where the text of the default starts
 */
export function optionDefault(bytes: Uint8Array, name: { start: number }, comma: number): number | undefined {
  const next = skip(bytes, comma + 1, spaceBytes);
  const before = skipBack(bytes, name.start - 2);
  // `flag.StringVar(&token, "token", "…", "help")`
  if (at(bytes, before) === COMMA && isQuote(at(bytes, next))) {
    let from = before - 1;
    while (before - from < 40 && at(bytes, from) !== AMPERSAND && at(bytes, from) !== OPEN && at(bytes, from) > 0x20)
      from--;
    return at(bytes, from) === AMPERSAND && is(bytes, skipBack(bytes, from - 1) - 3, 'var(') ? next : undefined;
  }
  if (at(bytes, before) !== OPEN || at(bytes, name.start) !== 0x2d) return undefined;
  for (let offset = comma + 1; offset - comma < mostOptions && offset < bytes.length; offset++) {
    const byte = at(bytes, offset);
    if (byte === CLOSE || byte === LINE_FEED) return undefined;
    if ((byte | 0x20) !== 0x64 || !is(bytes, offset, 'default')) continue;
    const sign = skip(bytes, offset + 7, blankBytes);
    if (at(bytes, sign) !== EQUALS && at(bytes, sign) !== 0x3a) continue;
    const start = skip(bytes, sign + 1, blankBytes);
    return isQuote(at(bytes, start)) ? start : undefined;
  }
  return undefined;
}
