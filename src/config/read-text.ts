import { closeSync, constants, fstatSync, openSync, readFileSync } from 'node:fs';
import { UsageError } from './usage-error.ts';

/**
 * The text of a small file that belongs to a project, or nothing where there is none. The project may be hostile: a pipe
 * must not block, and a file without end must not fill the memory.
 * @param file absolute
 * @param name what messages call it
 * @param most bytes
 * @throws UsageError where it exists and cannot be read, or is too large
 */
export function readText(file: string, name: string, most: number): string | undefined {
  let handle: number | undefined;
  try {
    handle = openSync(file, constants.O_RDONLY | constants.O_NONBLOCK);
    const facts = fstatSync(handle);
    if (!facts.isFile()) throw new UsageError(`${name}: not a file`);
    if (facts.size > most) throw new UsageError(`${name}: larger than ${most.toLocaleString('en')} bytes`);
    return readFileSync(handle, 'utf8');
  } catch (error) {
    if (error instanceof UsageError) throw error;
    const { code = 'unknown error' } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ENOTDIR') return undefined;
    throw new UsageError(`${name}: cannot be read (${code})`);
  } finally {
    if (handle !== undefined) closeSync(handle);
  }
}
