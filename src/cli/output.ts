import { accessSync, constants, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { writeWhole } from '../config/write-whole.ts';
import { WriteError } from './tell-error.ts';

const reasons: Readonly<Record<string, string>> = {
  ENOENT: 'no such folder',
  ENOTDIR: 'no such folder',
  EACCES: 'permission denied',
  EPERM: 'permission denied',
  EROFS: 'the file system is read-only',
  ENOSPC: 'no space left',
  EDQUOT: 'no space left',
  EISDIR: 'a folder',
};

const why = (error: unknown): string => {
  const { code = 'unknown reason' } = error as NodeJS.ErrnoException;
  return reasons[code] ?? code;
};

/**
 * Does what writes a file; an error of the system names the file and why.
 * @param name what the message calls the file
 * @throws WriteError, and what is no error of the system as it is
 */
export function writing<T>(name: string, write: () => T): T {
  try {
    return write();
  } catch (error) {
    if (typeof (error as NodeJS.ErrnoException).code !== 'string') throw error;
    throw new WriteError(`cannot write ${name}: ${why(error)}`);
  }
}

/**
 * Fails early where a report could not be written: a long scan should not end in that.
 * @throws WriteError
 */
export function checkOutput(file: string, cwd: string): void {
  const path = resolve(cwd, file);
  writing(file, () => {
    const facts = statSync(path, { throwIfNoEntry: false });
    if (facts?.isDirectory()) throw Object.assign(new Error(), { code: 'EISDIR' });
    if (facts && !facts.isFile()) accessSync(path, constants.W_OK);
    else accessSync(dirname(path), constants.W_OK | constants.X_OK);
  });
}

/** Writes a report to a file, whole or not at all. @throws WriteError */
export function writeReport(file: string, cwd: string, text: string): void {
  writing(file, () => writeWhole(resolve(cwd, file), text));
}

/**
 * Writes to standard output, and returns when all is written. A reader that has gone away wants no more: not an error.
 * @throws WriteError
 */
export function print(stream: NodeJS.WritableStream, text: string): Promise<void> {
  if (text === '') return Promise.resolve();
  return new Promise((settle, fail) => {
    const stop = (error: NodeJS.ErrnoException): void => {
      if (error.code === 'EPIPE' || error.code === 'ERR_STREAM_DESTROYED') settle();
      else fail(new WriteError(`cannot write to standard output: ${why(error)}`));
    };
    // The listener stays: the same error may be told twice, and one that nobody hears ends the process.
    stream.on('error', stop);
    stream.write(text, (error) => (error ? stop(error) : settle()));
  });
}
