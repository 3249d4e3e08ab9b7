import { closeSync, constants, fstatSync, openSync, readSync } from 'node:fs';

/**
 * A small file of the scanned folder that says how to scan it, as text.
 * @param limit bytes; a larger file is not what it claims to be
 * @returns nothing where there is no such regular file, or it cannot be read. Never blocks, not on a fifo either.
 */
export function readSmallFile(path: string | Buffer, limit = 256 * 1024): string | undefined {
  let file: number;
  try {
    file = openSync(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
  } catch {
    return undefined;
  }
  try {
    const state = fstatSync(file);
    if (!state.isFile() || state.size > limit) return undefined;
    const bytes = Buffer.allocUnsafe(limit);
    let filled = 0;
    for (let read = 1; read > 0 && filled < limit; filled += read)
      read = readSync(file, bytes, filled, limit - filled, null);
    return bytes.toString('utf8', 0, filled);
  } catch {
    return undefined;
  } finally {
    closeSync(file);
  }
}
