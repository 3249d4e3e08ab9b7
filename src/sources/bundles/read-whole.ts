import { closeSync, constants, fstatSync, openSync, readFileSync } from 'node:fs';

const flags = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0);
const most = 256 * 1024 * 1024;

/** A regular file as a whole; nothing where there is none, behind a link, or too large to be held. */
export function readWhole(file: string): Buffer | undefined {
  let opened: number;
  try {
    opened = openSync(file, flags);
  } catch {
    return undefined;
  }
  try {
    const state = fstatSync(opened);
    return state.isFile() && state.size <= most ? readFileSync(opened) : undefined;
  } catch {
    return undefined;
  } finally {
    closeSync(opened);
  }
}
