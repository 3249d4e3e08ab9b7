import { UsageError } from '../config/usage-error.ts';
import { SourceError, type SourceErrorCode } from '../sources/source-error.ts';
import { visible } from '../text/visible.ts';
import { type ExitCode, exitCodes } from './exit-code.ts';

/** A report that could not be written. The message names the file and why. */
export class WriteError extends Error {
  override readonly name = 'WriteError';
}

/** Who is to blame when a scan cannot start: who asked, or what exists and cannot be looked at. */
const codes: Readonly<Record<SourceErrorCode, ExitCode>> = {
  'no-such-path': exitCodes.usage,
  'not-a-repository': exitCodes.usage,
  'nothing-selected': exitCodes.usage,
  'not-readable': exitCodes.incomplete,
  'git-missing': exitCodes.incomplete,
  'git-too-old': exitCodes.incomplete,
  'git-refused': exitCodes.incomplete,
  'git-failed': exitCodes.incomplete,
};

/** What is told of an error on standard error, one line for each fault, and what the process ends with. */
export function tellError(error: unknown): { readonly text: string; readonly code: ExitCode } {
  const lines = (message: string) => message.split('\n').map((line) => `keyscan: ${visible(line)}\n`);
  if (error instanceof UsageError) return { text: lines(error.message).join(''), code: exitCodes.usage };
  if (error instanceof SourceError)
    return { text: lines(error.message).join(''), code: codes[error.code] ?? exitCodes.incomplete };
  if (error instanceof WriteError) return { text: lines(error.message).join(''), code: exitCodes.incomplete };
  return { text: `keyscan: ${internalError(error)}\n`, code: exitCodes.incomplete };
}

/**
 * An error that nobody foresaw. Its message may quote what was being read, a secret perhaps, so only its name and the
 * place in the program are told; the system's own errors name a call and a code.
 */
function internalError(error: unknown): string {
  if (!(error instanceof Error)) return 'internal error';
  const { code, syscall } = error as NodeJS.ErrnoException;
  const [, place] = /[\\/]([\w.-]+\.[cm]?[jt]s:\d+:\d+)\)?$/m.exec(error.stack ?? '') ?? [];
  const what = code && syscall ? `${syscall} failed (${code})` : visible(error.name);
  return `internal error: ${what}${place ? ` at ${place}` : ''}`;
}
