export type Utf16 = 'utf-16le' | 'utf-16be';

/**
 * Tells UTF-16 without a byte order mark from other contents with NUL bytes: in text of most languages one half of many
 * units is NUL, always the same half, and every unit is a character.
 * @param head the start of a content, an even number of bytes is looked at
 */
export function guessUtf16(head: Buffer): Utf16 | undefined {
  const units = head.length >> 1;
  if (units < 4) return undefined;
  let even = 0;
  let odd = 0;
  for (let at = 0; at < units * 2; at += 2) {
    if (head[at] === 0) even++;
    if (head[at + 1] === 0) odd++;
  }
  const [kind, zeros, others] = odd > even ? (['utf-16le', odd, even] as const) : (['utf-16be', even, odd] as const);
  if (zeros < units * 0.2 || others > units * 0.01) return undefined;
  return isText(decodeUtf16(head.subarray(0, units * 2), kind)) ? kind : undefined;
}

/** The text of an even number of bytes. */
export const decodeUtf16 = (bytes: Buffer, kind: Utf16): string =>
  (kind === 'utf-16le' ? bytes : Buffer.from(bytes).swap16()).toString('utf16le');

/** Control characters other than tab and line ends, unpaired surrogates, characters that are none. */
const never = /(?![\t\n\f\r])[\p{Cc}\p{Cs}\p{Noncharacter_Code_Point}]/gu;

function isText(text: string): boolean {
  // The head may end within a pair.
  const whole = text.replace(/[\ud800-\udbff]$/, '');
  return (whole.match(never)?.length ?? 0) <= whole.length * 0.01;
}

/** How many of the bytes end with a whole character: an even number that splits no pair. */
export function wholeUtf16(bytes: Buffer, length: number, kind: Utf16): number {
  const even = length & ~1;
  return even >= 2 && isHighSurrogate(bytes, even - 2, kind) ? even - 2 : even;
}

/** The same place, or the one before where the place would split a pair. */
export function beforeUtf16(bytes: Buffer, at: number, kind: Utf16): number {
  const even = at & ~1;
  return even >= 2 && isHighSurrogate(bytes, even - 2, kind) ? even - 2 : even;
}

const isHighSurrogate = (bytes: Buffer, at: number, kind: Utf16): boolean =>
  ((bytes[kind === 'utf-16le' ? at + 1 : at] as number) & 0xfc) === 0xd8;
