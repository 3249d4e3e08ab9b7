import type { Span } from '../../model/index.ts';

/** Digits of a first line that is taken to be wrapped. */
const leastLine = 40;
const mostSeparator = 96;

/** What stands between the lines of a wrapped text: line ends, written down or real, indentation, quotes, plus signs. */
const separators = new Set(Buffer.from(' \t\r\n"\'`+\\.,>#*'));
const [LINE_FEED, BACKSLASH, LETTER_N, LETTER_R] = [0x0a, 0x5c, 0x6e, 0x72];

/** Where the next line of a wrapped text starts; undefined where none follows. */
function nextLine(bytes: Uint8Array, from: number, isDigit: (byte: number) => boolean): number | undefined {
  let ended = false;
  let offset = from;
  for (; offset - from < mostSeparator && offset < bytes.length; offset++) {
    const byte = bytes[offset] as number;
    const after = bytes[offset + 1] as number;
    if (byte === BACKSLASH && (after === LETTER_N || after === LETTER_R)) {
      offset++;
      ended = true;
    } else if (byte === LINE_FEED) ended = true;
    // A plus sign between quotes joins strings; one that starts a line is a digit.
    else if (ended && isDigit(byte)) return offset;
    else if (!separators.has(byte)) return undefined;
  }
  return undefined;
}

/**
 * The lines of a text wrapped at one width, from its first: every line but the last is as long as the first.
 * @param first the digits of the first line, up to where they end
 */
export function piecesFrom(bytes: Uint8Array, first: Span, isDigit: (byte: number) => boolean): Span[] {
  const width = first.end - first.start;
  const pieces = [first];
  if (width < leastLine || width > 256) return pieces;
  for (let last = first; last.end - last.start === width; ) {
    const start = nextLine(bytes, last.end, isDigit);
    if (start === undefined) break;
    let end = start;
    while (end < bytes.length && end - start <= width && isDigit(bytes[end] as number)) end++;
    if (end - start > width) break;
    last = { start, end };
    pieces.push(last);
  }
  return pieces;
}

/** For digits that stand in several pieces: where in the source the digit of a number stands. */
export function sourceAt(pieces: readonly Span[]): (digit: number) => Span {
  const width = (pieces[0] as Span).end - (pieces[0] as Span).start;
  return (digit) => {
    const index = Math.min(Math.floor(digit / width), pieces.length - 1);
    const { start, end } = pieces[index] as Span;
    const at = Math.min(start + digit - index * width, end - 1);
    return { start: at, end: at + 1 };
  };
}
