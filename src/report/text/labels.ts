import type { ExposureKind, HistoryClass, Scope, SkipReason } from '../../model/index.ts';

/** What an exposure means to a person; nothing is said where nothing is known. */
export const exposureLabels: Readonly<Record<ExposureKind, string | undefined>> = {
  client: 'ships to browsers',
  'public-file': 'served to everyone',
  'source-map': 'readable in a source map',
  package: 'published in a package',
  server: 'stays on the server',
  'build-only': 'used by the build only',
  test: 'in tests',
  unknown: undefined,
};

/** Why a content was not looked at, as an adjective or a half sentence. */
export const skipLabels: Readonly<Record<SkipReason, string>> = {
  binary: 'binary',
  'too-large': 'too large',
  ignored: 'ignored',
  symlink: 'symbolic link',
  'lfs-pointer': 'git LFS pointer, content not here',
  submodule: 'submodule',
  'not-parsed': 'not parsed as a program',
  special: 'device or pipe',
  encrypted: 'encrypted',
  unreadable: 'cannot be read',
  vanished: 'gone while scanning',
  'missing-object': 'object missing from the repository',
  'broken-object': 'broken object',
  'timed-out': 'took too long',
  'git-failed': 'git failed',
  shallow: 'history cut off (shallow clone)',
  promised: 'not fetched (partial clone)',
  'broken-map': 'broken source map',
  'broken-archive': 'broken archive',
  internal: 'internal error',
};

/** What several contents are called, where that is not what one is. */
export const severalSkipped: Readonly<Partial<Record<SkipReason, string>>> = {
  symlink: 'symbolic links',
  'lfs-pointer': 'git LFS pointers, content not here',
  submodule: 'submodules',
  special: 'devices or pipes',
};

/** Where a content of the object store is held, where it is not simply in a commit. */
export const historyLabels: Readonly<Record<HistoryClass, string | undefined>> = {
  reachable: undefined,
  merge: 'in a merge resolution',
  stash: 'in a stash',
  reflog: 'in the reflog only',
  dangling: 'in no branch (dangling)',
  message: 'in a message',
  note: 'in a git note',
};

/** What a scan's contents are called: one, and several. */
export const contentNouns: Readonly<Record<Scope['mode'], readonly [string, string]>> = {
  files: ['file', 'files'],
  staged: ['staged file', 'staged files'],
  stdin: ['input', 'inputs'],
  history: ['content of the history', 'contents of the history'],
};
