/**
 * Wrong usage or configuration: told in one line on standard error, exit code 2.
 * The message names what was wrong and never holds a value of a configuration or ignore file.
 */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}
