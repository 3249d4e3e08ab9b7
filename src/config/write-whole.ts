import {
  closeSync,
  fchmodSync,
  fsyncSync,
  lstatSync,
  openSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';

/** Files that are being written: whoever ends the process early removes them. */
const unfinished = new Set<string>();

/** Removes what was not finished. For an early end of the process. */
export function dropUnfinished(): void {
  for (const file of unfinished) rmSync(file, { force: true });
  unfinished.clear();
}

/**
 * Writes a file whole or not at all: into a temporary file beside it, which then takes its name. A link is followed, and
 * the file keeps its mode; what is no regular file (a device, a pipe) is written to as it is.
 * @param file absolute
 * @throws the system's error; nothing is left behind
 */
export function writeWhole(file: string, text: string): void {
  const { target, mode, regular } = resolveTarget(file);
  if (!regular) {
    writeFileSync(target, text);
    return;
  }
  const temporary = join(
    dirname(target),
    `.${basename(target)}.${process.pid}-${Math.random().toString(36).slice(2)}.tmp`,
  );
  try {
    const handle = openSync(temporary, 'wx');
    unfinished.add(temporary);
    try {
      if (mode !== undefined) fchmodSync(handle, mode);
      writeFileSync(handle, text);
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
    renameSync(temporary, target);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  } finally {
    unfinished.delete(temporary);
  }
}

function resolveTarget(file: string): { target: string; mode?: number; regular: boolean } {
  const missing = { target: file, regular: true };
  if (!lstatSync(file, { throwIfNoEntry: false })) return missing;
  const facts = statSync(file, { throwIfNoEntry: false });
  // A link that leads nowhere is replaced.
  if (!facts) return missing;
  return { target: realpathSync(file), mode: facts.mode & 0o777, regular: facts.isFile() };
}
