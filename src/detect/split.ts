import { blankBytes, isQuote, nameBytes, spaceBytes } from './bytes.ts';

const mostToken = 160;
const mostSpace = 64;
const [PLUS, DOLLAR, BRACE, COMMA, DOT, CLOSE] = [0x2b, 0x24, 0x7b, 0x2c, 0x2e, 0x29];

/**
 * True where the text that an anchor stands in ends before the key does and something is put behind it: `'sk-' + rest`,
 * `sk-${rest}`, `['sk-', rest].join('')`, `'sk-'.concat(rest)`.
 * @param start first byte of the anchor, with which the text starts
 * @param end the byte after it
 */
export function isSplit(bytes: Uint8Array, start: number, end: number): boolean {
  if (!isQuote(bytes[start - 1])) return false;
  let offset = end;
  while (offset - end < mostToken && nameBytes[bytes[offset] ?? 0]) offset++;
  if (bytes[offset] === DOLLAR) return bytes[offset + 1] === BRACE;
  if (!isQuote(bytes[offset])) return false;
  offset++;
  const set = bytes[offset] === 0x0a || bytes[offset] === 0x0d ? spaceBytes : blankBytes;
  const from = offset;
  while (offset - from < mostSpace && set[bytes[offset] ?? 0]) offset++;
  switch (bytes[offset]) {
    case PLUS:
      return true;
    case DOT:
      return startsWith(bytes, offset + 1, 'concat(') || startsWith(bytes, offset + 1, 'padEnd(');
    case COMMA:
      return isQuote(bytes[skipSpace(bytes, offset + 1)]) && isJoined(bytes, offset);
    default:
      return false;
  }
}

/** Bytes after a list's member within which it must be joined. */
const mostList = 240;

/** True where a list ends soon after and is joined there, or stands by itself: a loop may join it. */
function isJoined(bytes: Uint8Array, from: number): boolean {
  for (let offset = from; offset - from < mostList && offset < bytes.length; offset++) {
    if (bytes[offset] === CLOSE) return false;
    if (bytes[offset] === 0x5d) {
      return (
        startsWith(bytes, offset + 1, '.join(') ||
        startsWith(bytes, offset + 1, '.reduce(') ||
        startsWith(bytes, offset + 1, ';')
      );
    }
  }
  return false;
}

function skipSpace(bytes: Uint8Array, from: number): number {
  let offset = from;
  while (offset - from < mostSpace && spaceBytes[bytes[offset] ?? 0]) offset++;
  return offset;
}

function startsWith(bytes: Uint8Array, offset: number, text: string): boolean {
  for (let index = 0; index < text.length; index++) if (bytes[offset + index] !== text.charCodeAt(index)) return false;
  return true;
}
