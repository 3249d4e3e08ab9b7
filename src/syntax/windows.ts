import type { Span } from '../model/index.ts';

/** Bytes around a place that are parsed with it. */
const reach = 16 << 10;
/** Bytes within which the end of a statement is looked for. */
const slack = 4 << 10;
const ends = new Set([...'\n;{}'].map((character) => character.charCodeAt(0)));

/**
 * The parts of a large program that are parsed for the sake of some places: their neighbourhoods, from the end of one
 * statement to the end of another where there are any. In order, apart from each other.
 */
export function windowsAround(bytes: Uint8Array, places: readonly Span[]): Span[] {
  const windows: { start: number; end: number }[] = [];
  for (const { start, end } of [...places].sort((a, b) => a.start - b.start)) {
    const window = {
      start: afterEnd(bytes, Math.max(0, start - reach), start),
      end: afterEnd(bytes, Math.min(bytes.length, end + reach - slack), bytes.length),
    };
    const last = windows.at(-1);
    if (last && window.start <= last.end) last.end = Math.max(last.end, window.end);
    else windows.push(window);
  }
  return windows;
}

/** The first place after the end of a statement, else the first that starts a character. */
function afterEnd(bytes: Uint8Array, from: number, most: number): number {
  if (from === 0) return 0;
  const limit = Math.min(most, from + slack);
  for (let at = from; at < limit; at++) if (ends.has(bytes[at] as number)) return at + 1;
  let at = from;
  while (at < most && ((bytes[at] as number) & 0xc0) === 0x80) at++;
  return at;
}
