const BACKSLASH = 0x5c;
const quotes = new Set([0x22, 0x27, 0x60]);
const mostJoin = 96;
/** Of a text within a text within a text. */
const mostBackslashes = 7;

/** What may stand between two pieces of one text: quotes closed and opened, a plus, a comma, a call, blanks, line ends. */
const join = /^\\?["'`]\s*(?:(?:[+,.&]|\.concat\()\s*)?\\?["'`]/;
/** A line that goes on: a backslash before its end, or, of encoded text, just its end. */
const continued = /^\\\r?\n[ \t]*/;
const folded = /^(?:\\r)?(?:\\n|\r?\n)[ \t]*/;

/**
 * Where a text ends that stands at `at`, be it in one piece, with escapes, or in pieces that a program puts together.
 * @param text one character a byte
 * @param isEncoded true for base64, which tools break into lines
 * @returns the offset after its last byte, or nothing where another text stands there
 */
export function endOf(bytes: Buffer, at: number, text: string, isEncoded: boolean): number | undefined {
  let offset = at;
  for (let index = 0; index < text.length; ) {
    const byte = bytes[offset];
    if (byte === undefined) return undefined;
    if (byte === text.charCodeAt(index)) {
      offset++;
      index++;
      continue;
    }
    const escaped = escapeAt(bytes, offset);
    if (escaped && escaped.code === text.charCodeAt(index)) {
      offset += escaped.length;
      index++;
      continue;
    }
    const skipped = gapAt(bytes, offset, isEncoded);
    if (skipped === 0) return undefined;
    offset += skipped;
  }
  return offset;
}

/** An escape of a string that stands for one byte, be it escaped several times over: `\/`, `\x41`, `\u0041`, `\\\"`. */
function escapeAt(bytes: Buffer, offset: number): { readonly code: number; readonly length: number } | undefined {
  let start = offset;
  while (bytes[start] === BACKSLASH && start - offset < mostBackslashes) start++;
  if (start === offset) return undefined;
  const after = bytes.toString('latin1', start, start + 5);
  const hex = /^(?:x([0-9a-f]{2})|u00([0-9a-f]{2}))/i.exec(after);
  if (hex) return { code: Number.parseInt(hex[1] ?? hex[2] ?? '', 16), length: start - offset + hex[0].length };
  return after === '' ? undefined : { code: after.charCodeAt(0), length: start - offset + 1 };
}

/** Bytes between two pieces; 0 where none end there. */
function gapAt(bytes: Buffer, offset: number, isEncoded: boolean): number {
  const byte = bytes[offset] as number;
  const mayEnd = quotes.has(byte) || byte === BACKSLASH;
  if (!mayEnd && !(isEncoded && (byte === 0x0a || byte === 0x0d))) return 0;
  const rest = bytes.toString('latin1', offset, offset + mostJoin);
  const gap = join.exec(rest) ?? continued.exec(rest) ?? (isEncoded ? folded.exec(rest) : null);
  return gap?.[0].length ?? 0;
}
