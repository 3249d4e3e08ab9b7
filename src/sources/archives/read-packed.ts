import { closeSync, constants, fstatSync, openSync } from 'node:fs';
import type { Blob, Skip } from '../../model/index.ts';
import type { Limits, Packed } from '../limits.ts';
import { diskPath } from '../names.ts';
import { skipOf } from '../skip-of.ts';
import { inputOf, inputOfFile } from './input.ts';
import { readArchive } from './read-archive.ts';

const flags = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0);

/** Reads what an archive on disk or in memory holds. The same contract as `readItem`. */
export async function* readPacked({ item, format, inside }: Packed, limits: Limits): AsyncGenerator<Blob | Skip> {
  const { place } = item;
  if (inside && place.kind === 'memory') {
    const parts = readArchive(item, format, inputOf(Buffer.from(place.bytes)), limits);
    for await (const part of parts) if (part.kind === 'skip' || part.item.path !== item.path) yield part;
    return;
  }
  if (place.kind === 'memory') {
    const { buffer, byteOffset, length } = place.bytes;
    yield* readArchive(item, format, inputOf(Buffer.from(buffer, byteOffset, length)), limits);
    return;
  }
  if (place.kind === 'object') throw new TypeError('an object of the store is handed over in memory');
  let file: number;
  try {
    file = openSync(diskPath(place.file), flags);
  } catch (error) {
    yield skipOf(item, 'unreadable', (error as NodeJS.ErrnoException).code);
    return;
  }
  try {
    yield* readArchive(item, format, inputOfFile(file, fstatSync(file).size), limits);
  } finally {
    closeSync(file);
  }
}
