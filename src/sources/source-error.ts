/** What can be wrong with what was asked, so that nothing can be scanned at all. */
export type SourceErrorCode =
  | 'no-such-path'
  | 'not-readable'
  | 'not-a-repository'
  | 'nothing-selected'
  | 'git-missing'
  | 'git-too-old'
  | 'git-refused'
  | 'git-failed';

/** A scan that cannot start. The message is one line for people, names what was asked, and holds no content. */
export class SourceError extends Error {
  override readonly name = 'SourceError';
  readonly code: SourceErrorCode;

  constructor(code: SourceErrorCode, message: string) {
    super(message);
    this.code = code;
  }
}
