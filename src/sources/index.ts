/** The room that reads disk and git: what the others may use of it. */
export { type FileOptions, fileSource } from './files.ts';
export { askGit, type GitCall, type GitStream, gitStream } from './git.ts';
export { minimumGit } from './git-error.ts';
export type { Limits } from './limits.ts';
export { type ReadObject, readObjects } from './objects.ts';
export { type Opened, openSource } from './open.ts';
export { readBytes, readItem } from './read.ts';
export { findRepository, type Repository } from './repository.ts';
export { type ScanTop, scanTop } from './roots.ts';
export { SourceError, type SourceErrorCode } from './source-error.ts';
export { type StagedOptions, stagedSource } from './staged.ts';
export { type StdinOptions, stdinSource } from './stdin.ts';
