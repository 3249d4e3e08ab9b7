import { gunzipSync } from 'node:zlib';
import type { Span } from '../../model/index.ts';
import { type Base64Run, base64Digits, decodeBase64, NO_DIGIT } from './base64.ts';
import type { DecodeBudget } from './budget.ts';
import type { Decoded } from './decoded.ts';
import { decodeHexadecimal } from './hexadecimal.ts';

/** Digits of the shortest run that is looked at: 27 bytes, about the length of the shortest keys with a mark of their own. */
const least = 36;

/**
 * Finds texts in base64 or hexadecimal by their runs of digits. Most bytes are never looked at: where the window of the
 * shortest run holds a byte that is no digit, the next window starts behind the last of these. A run costs a few steps
 * unless it decodes to text or gzip: digests, images, fonts and long names do not.
 */
export function* decodedRuns(bytes: Uint8Array, budget: DecodeBudget): Generator<Decoded> {
  const length = bytes.length;
  let start = 0;
  for (let last = least - 1; last < length; last = start + least - 1) {
    let at = last;
    while (at >= start && base64Digits[bytes[at] as number] !== NO_DIGIT) at--;
    if (at >= start) {
      start = at + 1;
      continue;
    }
    let end = last + 1;
    while (end < length && base64Digits[bytes[end] as number] !== NO_DIGIT) end++;
    const decoded = decodeRun(bytes, { start, end }, budget);
    start = end;
    if (!decoded) continue;
    start = Math.max(end, decoded.source.end);
    yield decoded;
    if (budget.left <= 0) return;
  }
}

function decodeRun(bytes: Uint8Array, run: Span, budget: DecodeBudget): Decoded | undefined {
  const hexadecimal = decodeHexadecimal(bytes, run);
  if (hexadecimal) return hexadecimal;
  const base64 = budget.left > 0 ? decodeBase64(bytes, run) : undefined;
  return base64 && open(base64, budget);
}

/** The text of a run: as it is, unpacked, or in UTF-8. */
function open({ decoded, holds }: Base64Run, budget: DecodeBudget): Decoded | undefined {
  switch (holds) {
    case 'text':
      return decoded;
    case 'utf-16': {
      const bytes = Buffer.from(decoded.bytes.toString('utf16le'), 'utf8');
      // Places are kept where every character takes one byte, as commands do.
      const sourceOf: Decoded['sourceOf'] =
        bytes.length * 2 === decoded.bytes.length
          ? (start, end) => decoded.sourceOf(start * 2, end * 2)
          : () => decoded.source;
      return { ...decoded, bytes, how: 'UTF-16 in base64', sourceOf };
    }
    case 'gzip': {
      const bytes = unpack(decoded.bytes, budget);
      return bytes && { ...decoded, bytes, how: 'gzip in base64', sourceOf: () => decoded.source };
    }
  }
}

/** Bytes that one packed text may hold. */
const mostUnpacked = 8 << 20;

/** What gzip holds; undefined where it is broken or holds too much. What that costs is paid for. */
function unpack(bytes: Buffer, budget: DecodeBudget): Buffer | undefined {
  // What is no gzip costs too: each line of a content may start like it.
  if (!budget.spend(bytes.length)) return undefined;
  try {
    return gunzipSync(bytes, { maxOutputLength: Math.min(budget.left, mostUnpacked) });
  } catch (error) {
    const tooLarge = error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE';
    if (tooLarge) budget.spend(mostUnpacked);
    return undefined;
  }
}
