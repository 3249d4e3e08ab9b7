import { gunzipSync } from 'node:zlib';
import { type Base64Run, base64Digits, decodeBase64 } from './base64.ts';
import type { DecodeBudget } from './budget.ts';
import type { Decoded } from './decoded.ts';
import { decodeHexadecimal } from './hexadecimal.ts';

/** A run of so many digits has one at a multiple of this: no other byte is looked at until one is met. */
const step = 28;

/**
 * Finds texts in base64 or hexadecimal by their runs of digits. A run costs a few steps unless it decodes to text or
 * gzip: digests, images, fonts and long names do not.
 */
export function* decodedRuns(bytes: Uint8Array, budget: DecodeBudget): Generator<Decoded> {
  let past = 0;
  for (let at = step - 1; at < bytes.length && budget.left > 0; at += step) {
    if (base64Digits[bytes[at] as number] === 64) continue;
    let start = at;
    while (start > past && base64Digits[bytes[start - 1] as number] !== 64) start--;
    let end = at + 1;
    if (end - start < step) {
      // The rest of a run that is long enough.
      const least = start + step;
      while (end < least && base64Digits[bytes[end] as number] !== 64) end++;
      if (end < least) continue;
    }
    while (end < bytes.length && base64Digits[bytes[end] as number] !== 64) end++;
    past = end;
    const run = { start, end };
    const hexadecimal = decodeHexadecimal(bytes, run);
    if (hexadecimal) yield hexadecimal;
    else {
      const base64 = decodeBase64(bytes, run);
      const opened = base64 && open(base64, budget);
      if (opened) {
        past = Math.max(past, opened.source.end);
        yield opened;
      }
    }
    if (past > at) at += Math.floor((past - at) / step) * step;
  }
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
