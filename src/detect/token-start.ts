import { BACKSLASH } from './bytes.ts';

const PERCENT = 0x25;

/** Bytes of a token. One does not start behind them: it would be the end of a longer one. */
const tokenBytes: Uint8Array = (() => {
  const table = new Uint8Array(256);
  for (const byte of Buffer.from('0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz_-')) table[byte] = 1;
  return table;
})();

/**
 * False where no token can start at this byte, because it stands within a word. A cheap first look: what it lets pass is
 * for the pattern to decide (`START` of the rule-kit), which knows which escapes end in a letter or digit.
 */
export function mayStartToken(bytes: Uint8Array, start: number): boolean {
  if (!tokenBytes[bytes[start - 1] ?? 0]) return true;
  return (
    bytes[start - 2] === BACKSLASH ||
    bytes[start - 3] === PERCENT ||
    bytes[start - 4] === BACKSLASH ||
    bytes[start - 6] === BACKSLASH ||
    endsColour(bytes, start)
  );
}

const [ESCAPE, LETTER_M] = [0x1b, 0x6d];
const longestColour = 8;

/** True where what a terminal is sent for a colour ends right before: its last letter belongs to no word. */
export function endsColour(bytes: Uint8Array, start: number): boolean {
  if (bytes[start - 1] !== LETTER_M) return false;
  for (let at = start - 2; at >= 0 && start - at <= longestColour; at--) if (bytes[at] === ESCAPE) return true;
  return false;
}

/** Bytes behind an anchor that are worth looking at before the pattern does. */
const mostRun = 24;

/**
 * Bytes behind the anchor that a match of the pattern has for certain, all of them letters, digits, `_` or `-`; what comes
 * after the first that are optional or of another kind is not counted.
 * @param body the source of the pattern behind its anchor
 */
export function runBehind(body: string): number {
  let run = 0;
  for (let rest = body; run < mostRun; ) {
    const [unit, set = '', least] =
      /^(?:\[([A-Za-z0-9_-]+)\]|[A-Za-z0-9_])(?:\{(\d+)(?:,\d*)?\})?(?![?*+{])/.exec(rest) ?? [];
    if (unit === undefined || set.startsWith('^')) break;
    run += least === undefined ? 1 : Number(least);
    rest = rest.slice(unit.length);
    if (/,/.test(unit.slice(set.length))) break;
  }
  return Math.min(run, mostRun);
}

/** True where so many bytes of a token stand at `start`. */
export function hasRun(bytes: Uint8Array, start: number, run: number): boolean {
  for (let at = start; at < start + run; at++) if (!tokenBytes[bytes[at] ?? 0]) return false;
  return true;
}
