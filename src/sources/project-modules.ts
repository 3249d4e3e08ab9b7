import { closeSync, constants, fstatSync, openSync, readSync } from 'node:fs';
import type { Item } from '../model/index.ts';
import { IndexFiles } from './index-files.ts';
import { diskPath } from './names.ts';
import { liesBehindLink } from './real-folder.ts';

/** Gives the bytes of a file of a project, by its path from the top with `/`; undefined where there is none. */
export type ReadModule = (path: string) => Uint8Array | undefined;

/** Larger files are no modules with constants. Bytes. */
const largest = 1 << 20;
/** What is remembered of one project: files, missing ones among them, and bytes. */
const most = { files: 2_000, bytes: 8 << 20 };

/** Never follows a link, never waits for a fifo. */
const flags = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0);

/**
 * Reads the files that programs import, for whoever looks at an item: of a work tree or folder from disk, of staged
 * contents from the index. Of history and of what lies in archives nothing is read: a commit's other files are no files
 * of the disk, and looking them up for each content would cost more than all else.
 */
export class ProjectModules {
  /** The last project asked for: items of several come one after the other. */
  #project: { readonly key: string; readonly read: ReadModule } | undefined;

  /** A reader for the project an item belongs to; undefined where there is none. Reads nothing itself. */
  of(item: Item): ReadModule | undefined {
    const { place, provenance } = item;
    const root = place.kind === 'disk' && provenance.kind === 'file' ? rootOf(place.file, provenance.path) : undefined;
    if (root !== undefined) return this.#remember(`disk ${root}`, () => (path) => readModule(root + path));
    if (place.kind !== 'object' || provenance.kind !== 'staged') return undefined;
    return this.#remember(`index ${place.gitDir}`, () => {
      const index = new IndexFiles(place.gitDir, largest);
      return (path) => index.read(path);
    });
  }

  #remember(key: string, open: () => ReadModule): ReadModule {
    if (this.#project?.key !== key) this.#project = { key, read: remembering(open()) };
    return this.#project.read;
  }
}

/** The top of a project, with `/` at its end: what stands before the path from there. */
function rootOf(file: string, path: string): string | undefined {
  return file.endsWith(`/${path}`) ? file.slice(0, -path.length) : undefined;
}

/** The reader, held to paths inside the project that are its own, with what it gave last. */
function remembering(read: ReadModule): ReadModule {
  const known = new Map<string, Uint8Array | undefined>();
  let bytes = 0;
  return (path) => {
    if (/(?:^|\/)(?:\.\.|\.git|node_modules)\/|^\/|\\|\0/.test(path)) return undefined;
    if (known.has(path)) return known.get(path);
    const content = read(path);
    bytes += content?.length ?? 0;
    if (known.size >= most.files || bytes > most.bytes) {
      known.clear();
      bytes = content?.length ?? 0;
    }
    known.set(path, content);
    return content;
  };
}

/** A regular file as bytes; nothing where there is none, it is too large, lies behind a link or cannot be read. */
function readModule(file: string): Uint8Array | undefined {
  if (liesBehindLink(file)) return undefined;
  let opened: number;
  try {
    opened = openSync(diskPath(file), flags);
  } catch {
    return undefined;
  }
  try {
    const state = fstatSync(opened);
    if (!state.isFile() || state.size > largest) return undefined;
    const bytes = Buffer.allocUnsafe(state.size);
    let filled = 0;
    for (let read = 1; read > 0 && filled < bytes.length; filled += read)
      read = readSync(opened, bytes, filled, bytes.length - filled, null);
    return bytes.subarray(0, filled);
  } catch {
    return undefined;
  } finally {
    closeSync(opened);
  }
}
