/**
 * Why a content was not looked at. By choice: nothing was lost that the user did not ask to leave out; it is counted.
 * By failure: something that exists was not looked at; the run is incomplete (exit code 3).
 */
export const skipReasons = {
  binary: 'choice',
  'too-large': 'choice',
  ignored: 'choice',
  symlink: 'choice',
  'lfs-pointer': 'choice',
  submodule: 'choice',
  'not-parsed': 'choice',
  special: 'choice',
  encrypted: 'choice',
  unreadable: 'failure',
  vanished: 'failure',
  'missing-object': 'failure',
  'broken-object': 'failure',
  'timed-out': 'failure',
  'git-failed': 'failure',
  shallow: 'failure',
  promised: 'failure',
  'broken-map': 'failure',
  'broken-archive': 'failure',
  internal: 'failure',
} as const satisfies Record<string, 'choice' | 'failure'>;

export type SkipReason = keyof typeof skipReasons;

/** A content that was not looked at: an error as a value, so that nothing is dropped silently. */
export interface Skip {
  readonly kind: 'skip';
  readonly path: string;
  readonly reason: SkipReason;
  /** One line for people; never holds a value of the content. */
  readonly detail?: string;
}

/** True where the skip makes the run incomplete. */
export const isFailure = (skip: Skip): boolean => skipReasons[skip.reason] === 'failure';
