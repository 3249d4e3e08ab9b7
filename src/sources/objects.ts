import type { Readable } from 'node:stream';
import type { Blob, Item, Skip } from '../model/index.ts';
import { defaultArchiveLimits } from './archives/budget.ts';
import type { ArchiveFormat } from './archives/format.ts';
import { inputOf } from './archives/input.ts';
import { ByteReader } from './byte-reader.ts';
import { contentKind, readAnyway } from './content-kind.ts';
import { type GitStream, gitStream } from './git.ts';
import { type Limits, sectionLimits } from './limits.ts';
import { lendBuffer } from './read-buffer.ts';
import { findRepository, type Repository } from './repository.ts';
import { Sections } from './sections.ts';
import { leftOutFor, skipOf, tooLarge } from './skip-of.ts';

/** Contents asked for ahead: enough that git never waits, few enough that no pipe fills on both sides. */
const askedAhead = 64;

/** What a content of the object store was read as: its sections one by one. */
export interface ReadObject {
  readonly item: Item;
  /** The same contract as `readItem`: bytes hold until the next is asked for. */
  readonly section: Blob | Skip;
}

/**
 * Reads contents of one object store, in the order asked, through one running git; none is held whole that is larger
 * than a section.
 * @param items all of them with a place of kind `object`, in the same git directory
 * @param repository the repository they were found in; without it, that of the git directory of the first item
 * @returns sections; a skip for what is missing, broken or no file content; nothing more after git has failed but skips
 */
export async function* readObjects(
  items: readonly Item[],
  limits: Limits,
  signal: AbortSignal,
  repository: Repository | undefined = repositoryOf(items),
): AsyncGenerator<ReadObject> {
  if (repository === undefined || items.length === 0) return;
  const lent = lendGit(repository, signal);
  const { git, reader } = lent;
  let asked = 0;
  let isReusable = false;
  try {
    for (const [index, item] of items.entries()) {
      while (asked < items.length && asked <= index + askedAhead) git.stdin.write(`${idOf(items[asked++] as Item)}\n`);
      const header = await reader.line();
      if (header === undefined) {
        yield* failedFrom(items.slice(index), git, signal);
        return;
      }
      for await (const section of readOne(item, header, reader, limits)) yield { item, section };
    }
    isReusable = true;
  } finally {
    if (isReusable) giveBack(lent);
    else git.stop();
  }
}

/** A git that hands out contents of one store. */
interface LentGit {
  readonly gitDir: string;
  readonly git: GitStream;
  readonly reader: ByteReader;
}

/** The git that was used last and waits for more to be asked: starting one costs as much as reading many contents. */
let idle: LentGit | undefined;

function lendGit(repository: Repository, signal: AbortSignal): LentGit {
  const { gitDir } = repository;
  if (idle?.gitDir === gitDir) {
    const lent = idle;
    idle = undefined;
    return lent;
  }
  const git = gitStream(['cat-file', '--batch'], { repository, signal, objectsOnly: true });
  return { gitDir, git, reader: new ByteReader(git.stdout as Readable & AsyncIterable<Buffer>) };
}

function giveBack(lent: LentGit): void {
  idle?.git.stop();
  idle = lent;
}

/** Ends the git that waits for more to be asked of it. To be called when no more is. */
export function closeObjects(): void {
  idle?.git.stop();
  idle = undefined;
}

/** `ID TYPE SIZE`, then the content and a line break; or `ID missing`. */
async function* readOne(item: Item, header: string, reader: ByteReader, limits: Limits): AsyncGenerator<Blob | Skip> {
  const [, type, digits] = header.split(' ');
  if (digits === undefined) {
    yield skipOf(item, type === 'missing' ? 'missing-object' : 'broken-object', idOf(item));
    return;
  }
  const size = Number(digits);
  const large = tooLarge(item, size, limits);
  if (large) {
    yield large;
    await reader.skip(size + 1);
    return;
  }
  const section = sectionLimits(limits).size;
  const lent = lendBuffer(Math.min(size, section));
  try {
    const first = lent.buffer.subarray(0, Math.min(size, section));
    if ((await reader.fill(first)) < first.length) {
      yield skipOf(item, 'broken-object', idOf(item));
      return;
    }
    const kind = contentKind(first, item.path);
    if (kind.kind === 'archive' && limits.unpack) {
      yield* unpackObject(item, kind.format, first, size, reader, limits);
      await reader.skip(1);
      return;
    }
    const left = leftOutFor(item, kind);
    if (left) {
      yield left;
      await reader.skip(size - first.length + 1);
      return;
    }
    const sections = new Sections(item, readAnyway(kind), limits, lent.buffer, first.length);
    let total = first.length;
    for (;;) {
      const space = sections.space().subarray(0, size - total);
      const read = await reader.fill(space);
      sections.filled(read);
      total += read;
      yield sections.cut(total === size);
      if (total === size) break;
      if (read < space.length) {
        yield skipOf(item, 'broken-object', idOf(item));
        return;
      }
    }
    await reader.skip(1);
  } finally {
    lent.giveBack();
  }
}

/** An archive is held whole while what it holds is read: git gives its bytes only once. */
async function* unpackObject(
  item: Item,
  format: ArchiveFormat,
  first: Buffer,
  size: number,
  reader: ByteReader,
  limits: Limits,
): AsyncGenerator<Blob | Skip> {
  const { held } = defaultArchiveLimits;
  if (size > held) {
    yield skipOf(item, 'too-large', `an archive of ${size} bytes in the object store`);
    await reader.skip(size - first.length);
    return;
  }
  const whole = Buffer.allocUnsafeSlow(size);
  first.copy(whole);
  if ((await reader.fill(whole.subarray(first.length))) < size - first.length) {
    yield skipOf(item, 'broken-object', idOf(item));
    return;
  }
  const { readArchive } = await import('./archives/read-archive.ts');
  yield* readArchive(item, format, inputOf(whole), limits);
}

/** git has ended before its time, at an object it could not read, say: nothing that was asked goes unmentioned. */
async function* failedFrom(items: readonly Item[], git: GitStream, signal: AbortSignal): AsyncGenerator<ReadObject> {
  if (signal.aborted) return;
  const { error } = await git.ended;
  for (const item of items) yield { item, section: skipOf(item, 'git-failed', error?.message ?? 'git ended early') };
}

const idOf = ({ place }: Item): string => (place.kind === 'object' ? place.id : '');

function repositoryOf([first]: readonly Item[]): Repository | undefined {
  if (first?.place.kind !== 'object') return undefined;
  const { gitDir } = first.place;
  const own = findRepository(process.cwd());
  const isOwn = own?.gitDir === gitDir && own.own;
  return { top: gitDir, gitDir, commonDir: gitDir, bare: true, own: isOwn };
}
