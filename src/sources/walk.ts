import { type Dirent, readdirSync } from 'node:fs';
import type { GitState } from '../model/index.ts';
import type { Entry } from './entry.ts';
import { IgnoreFiles, ignoreFileNames } from './ignore-files.ts';
import { diskPath, escapeName, nameOf } from './names.ts';
import type { PathFilter } from './path-filter.ts';
import { repositoryAt } from './repository.ts';

export interface WalkRequest {
  /** The folder that names are relative to: absolute and real. */
  readonly base: string;
  /** The folder to walk, as a name; empty for the base itself. */
  readonly start: string;
  /** Whether `.gitignore` and `.ignore` count, from the base down. */
  readonly ignoreFiles: boolean;
  readonly filter: PathFilter;
  /** What is said of the files that are found. */
  readonly git: GitState;
  readonly signal: AbortSignal;
}

/**
 * Lists the files of a folder without git, links never followed. Hidden files are listed.
 * A folder that cannot be read is a skip; one with a repository of its own is left to that.
 */
export async function* walk(request: WalkRequest): AsyncGenerator<Entry[]> {
  const { default: glob } = await import('fast-glob');
  const { base, start, git, signal } = request;
  const prefix = start === '' ? '' : `${start}/`;
  const pending: Entry[] = [];
  const reader = new FolderReader(request, (entry) => pending.push(entry));
  const stream = glob.stream('**', {
    cwd: start === '' ? base : `${base}/${start}`,
    dot: true,
    followSymbolicLinks: false,
    unique: false,
    fs: { readdir: ((path: string, _: unknown, done: Done) => setImmediate(done, null, reader.read(path))) as never },
  });
  for await (const name of stream as AsyncIterable<string>) {
    if (signal.aborted) return;
    pending.push({ kind: 'file', name: prefix + name, git });
    if (pending.length >= batch) yield pending.splice(0);
  }
  yield pending;
}

type Done = (error: null, entries: Dirent[]) => void;
const batch = 1000;

/** Names that the pattern of the walk would not match, or whose bytes are no UTF-8. */
const odd = /[\n\r\u2028\u2029\ufffd]/;

/** Reads folders for the walk, and hands back only what is to be walked further or listed. */
class FolderReader {
  private readonly request: WalkRequest;
  private readonly tell: (entry: Entry) => void;
  private readonly ignoreFiles: IgnoreFiles | undefined;

  constructor(request: WalkRequest, tell: (entry: Entry) => void) {
    this.request = request;
    this.tell = tell;
    this.ignoreFiles = request.ignoreFiles ? new IgnoreFiles(request.base) : undefined;
    // A start below the base: the ignore files on the way there count too.
    const way = request.start.split('/').slice(0, -1);
    for (let depth = 0; request.start !== '' && depth <= way.length; depth++) {
      this.ignoreFiles?.enter(way.slice(0, depth).join('/'), ignoreFileNames);
    }
  }

  read(path: string): Dirent[] {
    const { base, start, signal } = this.request;
    const folder = path === base ? '' : path.slice(base.endsWith('/') ? base.length : base.length + 1);
    if (signal.aborted) return [];
    const entries = this.list(path, folder);
    if (folder !== start && entries.some(({ name }) => name === '.git') && isRepository(path)) {
      this.tell({ kind: 'nested', name: folder, submodule: false });
      return [];
    }
    const present = entries.filter((entry) => entry.isFile()).map(({ name }) => name);
    this.ignoreFiles?.enter(folder, present.filter(isIgnoreFile));
    const prefix = folder === '' ? '' : `${folder}/`;
    return entries.filter((entry) => this.keeps(folder, prefix + entry.name, entry));
  }

  private keeps(folder: string, name: string, entry: Dirent): boolean {
    const isFolder = entry.isDirectory();
    const asAsked = isFolder ? `${name}/` : name;
    // Files are filtered when they are listed; a folder is not even opened.
    const out = isFolder ? this.request.filter.leftOut(asAsked) : undefined;
    const skip = (reason: 'ignored' | 'symlink' | 'special', detail?: string) => {
      this.tell({ kind: 'skip', name, reason, ...(detail && { detail }) });
      return false;
    };
    if (out) return skip('ignored', out.detail);
    if (this.ignoreFiles?.ignores(folder, asAsked)) return skip('ignored', 'named in an ignore file');
    if (entry.isSymbolicLink()) return skip('symlink');
    return isFolder || entry.isFile() ? true : skip('special');
  }

  private list(path: string, folder: string): Dirent[] {
    try {
      const entries = readdirSync(diskPath(path), { withFileTypes: true });
      return entries.some(({ name }) => odd.test(name)) ? listBytes(path) : entries;
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      const vanished = code === 'ENOENT' || code === 'ENOTDIR';
      this.tell({
        kind: 'skip',
        name: folder,
        reason: vanished ? 'vanished' : 'unreadable',
        detail: `folder (${code})`,
      });
      return [];
    }
  }
}

/** The entries of a folder with names as `names.ts` writes them, and with line breaks escaped. */
function listBytes(path: string): Dirent[] {
  const entries = readdirSync(diskPath(path), {
    withFileTypes: true,
    encoding: 'buffer',
  }) as unknown as Dirent<Buffer>[];
  return entries.map((entry) => {
    const name = nameOf(entry.name).replace(/[\n\r\u2028\u2029]/g, escapeName);
    return Object.assign(entry as unknown as Dirent, { name });
  });
}

const isIgnoreFile = (name: string): boolean => (ignoreFileNames as readonly string[]).includes(name);

const isRepository = (path: string): boolean => {
  const found = repositoryAt(path);
  return found !== undefined && !found.bare;
};
