import { lstatSync } from 'node:fs';
import { join } from 'node:path';
import type { Project } from '../exposure/index.ts';
import type { Item } from '../model/index.ts';
import { fileSource } from './files.ts';
import { diskPath } from './names.ts';
import { findRepository } from './repository.ts';
import { readSmallFile } from './small-file.ts';

/** Bytes of a file that may be a source of a program; what is larger was made by one. */
const largestSource = 2 * 1024 * 1024;
/** Bytes read in all: a bound on memory and time, far above what any one project holds. */
const mostRead = 256 * 1024 * 1024;

/**
 * Lists the files around a scan, from the top of its repository or folder, without reading any.
 * @param top absolute
 * @param cwd the folder that reported paths are relative to
 */
export async function openProject(top: string, cwd: string, signal: AbortSignal): Promise<Project> {
  const items = new Map<string, Item>();
  const source = fileSource({ roots: [top], cwd, submodules: false, include: [], exclude: [], noIgnore: false });
  for await (const item of source.items(signal)) if (item.kind === 'item') items.set(item.provenance.path, item);
  const texts = new Map<string, string | undefined>();
  const existing = new Map<string, boolean>();
  let left = mostRead;
  return {
    ...(findRepository(top) ? {} : { top: top.replaceAll('\\', '/') }),
    exists(path) {
      const known = existing.get(path) ?? isFile(join(top, path));
      existing.set(path, known);
      return known;
    },
    files: [...items.keys()],
    shown: (path) => items.get(path)?.path ?? path,
    read(path) {
      if (!texts.has(path)) {
        const place = items.get(path)?.place;
        const text =
          place?.kind === 'disk' && left > 0 ? readSmallFile(diskPath(place.file), largestSource) : undefined;
        left -= text?.length ?? 0;
        texts.set(path, text);
      }
      return texts.get(path);
    },
  };
}

/** True for a regular file; whatever else stands there, or cannot be looked at, is none. */
function isFile(path: string): boolean {
  try {
    return lstatSync(path).isFile();
  } catch {
    return false;
  }
}
