/**
 * One line of `.keyscan/ignores.jsonl`: a secret that a person looked at and accepted.
 *
 * It names the secret, so it survives moved lines, renamed files and rebases, and never covers another secret.
 */
export interface IgnoreEntry {
  /** Id of the rule that reports it; a former id holds too. */
  readonly rule: string;
  /** As reports print it. `~` before: the secret could be guessed; such an entry holds for its path only. */
  readonly fingerprint: string;
  /** Relative to the top, with `/`. Absent: holds everywhere. */
  readonly path?: string;
  readonly reason: string;
  readonly owner?: string;
  /** The last day it holds, `YYYY-MM-DD`. */
  readonly expires?: string;
  /** Holds even where the secret can be seen from outside: ships to browsers or stands in a published package. */
  readonly exposed?: boolean;
}

/** Where entries stand, relative to the top of the repository or the scanned folder. */
export const ignoresFile = '.keyscan/ignores.jsonl';

/** True where the secret could be guessed, so that its short digest proves little and a path is needed too. */
export const isWeak = (fingerprint: string): boolean => fingerprint.startsWith('~');

/** True on days after the last one the entry holds. Both are `YYYY-MM-DD`, so text order is time order. */
export const isExpired = (entry: IgnoreEntry, today: string): boolean =>
  entry.expires !== undefined && entry.expires < today;
