import { closeSync, constants, fstatSync, openSync, readSync, type Stats } from 'node:fs';
import type { Blob, Item, Skip } from '../model/index.ts';
import { contentKind, readAnyway } from './content-kind.ts';
import { type Limits, sectionLimits } from './limits.ts';
import { diskPath } from './names.ts';
import { lendBuffer } from './read-buffer.ts';
import { liesBehindLink } from './real-folder.ts';
import { Sections } from './sections.ts';
import { leftOutFor, skipOf, tooLarge } from './skip-of.ts';

/** A first look, to tell media from the rest without reading a long film. */
const firstLook = 64 * 1024;

/** Never follows a link, never waits for a fifo. */
const flags = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0);

/**
 * Reads a content on disk or in memory: one section, or several where it is larger than a section.
 *
 * The bytes of a section hold only until the next one is asked for, or another content is read: the buffer is the same.
 * A content that cannot be looked at is a skip. A tracked file that is absent is none: it was deleted, or never checked
 * out.
 */
export function* readItem(item: Item, limits: Limits): Generator<Blob | Skip> {
  const { place } = item;
  if (place.kind === 'disk') yield* readFromDisk(item, place.file, limits);
  else if (place.kind === 'object') throw new TypeError('an object of the store is read by readObjects');
  else if (place.section) yield { kind: 'blob', item, bytes: asBuffer(place.bytes), ...place.section };
  else yield* readBytes(item, asBuffer(place.bytes), limits);
}

/** The same memory as a buffer: bytes that crossed threads are none any more. */
const asBuffer = ({ buffer, byteOffset, length }: Uint8Array): Buffer => Buffer.from(buffer, byteOffset, length);

/** Reads a content that is in memory as a whole. */
export function* readBytes(item: Item, content: Buffer, limits: Limits): Generator<Blob | Skip> {
  const large = tooLarge(item, content.length, limits);
  const kind = contentKind(content, item.path);
  if (!large && kind.kind === 'archive' && limits.unpack) {
    limits.unpack({ item, format: kind.format });
    return;
  }
  const left = large ?? leftOutFor(item, kind);
  if (left) {
    yield left;
    return;
  }
  const { size } = sectionLimits(limits);
  if (content.length <= size) {
    // The sections write into their buffer where a mark is taken off: not into what is somebody else's.
    const own = 'mark' in kind && kind.mark > 0 ? Buffer.from(content) : content;
    yield new Sections(item, readAnyway(kind), limits, own, own.length).cut(true);
    return;
  }
  const lent = lendBuffer(size);
  try {
    let at = content.copy(lent.buffer, 0, 0, size);
    const sections = new Sections(item, readAnyway(kind), limits, lent.buffer, at);
    while (at < content.length) {
      const space = sections.space();
      const copied = content.copy(space, 0, at);
      sections.filled(copied);
      at += copied;
      yield sections.cut(at === content.length);
    }
  } finally {
    lent.giveBack();
  }
}

function* readFromDisk(item: Item, name: string, limits: Limits): Generator<Blob | Skip> {
  if (item.git === 'tracked' && liesBehindLink(name)) {
    yield skipOf(item, 'symlink', 'behind a link');
    return;
  }
  let file: number;
  try {
    file = openSync(diskPath(name), flags);
  } catch (error) {
    const skip = whyNotRead(item, error);
    if (skip) yield skip;
    return;
  }
  try {
    yield* readOpen(item, file, fstatSync(file), limits);
  } catch (error) {
    const skip = whyNotRead(item, error);
    if (!skip) throw error;
    yield skip;
  } finally {
    closeSync(file);
  }
}

function* readOpen(item: Item, file: number, state: Stats, limits: Limits): Generator<Blob | Skip> {
  if (!state.isFile()) {
    // A folder where git has a file: the file was deleted, and what is in the folder is listed by itself.
    if (!(item.git === 'tracked' && state.isDirectory())) yield skipOf(item, 'special');
    return;
  }
  const large = tooLarge(item, state.size, limits);
  if (large) {
    yield large;
    return;
  }
  const section = sectionLimits(limits).size;
  // Files that the system makes up as they are read have no size. Of a file that grows, what it had is read.
  const size = state.size === 0 ? Number.POSITIVE_INFINITY : state.size;
  const lent = lendBuffer(Math.min(size, section));
  try {
    const look = Math.min(size, section, firstLook);
    const started = fill(file, lent.buffer.subarray(0, look));
    const kind = contentKind(lent.buffer.subarray(0, started), item.path);
    if (kind.kind === 'archive' && limits.unpack) {
      limits.unpack({ item, format: kind.format });
      return;
    }
    const left = leftOutFor(item, kind);
    if (left) {
      yield left;
      return;
    }
    const sections = new Sections(item, readAnyway(kind), limits, lent.buffer, started);
    let total = started;
    for (let ended = started < look; ; ) {
      const space = sections.space();
      const wanted = Math.min(space.length, size - total);
      const read = ended || wanted === 0 ? 0 : fill(file, space.subarray(0, wanted));
      sections.filled(read);
      total += read;
      ended ||= read < wanted || total >= size;
      yield sections.cut(ended);
      if (ended) return;
    }
  } finally {
    lent.giveBack();
  }
}

/** Reads until the space is full or the file ends. */
function fill(file: number, space: Buffer): number {
  let filled = 0;
  while (filled < space.length) {
    const read = readSync(file, space, filled, space.length - filled, null);
    if (read === 0) break;
    filled += read;
  }
  return filled;
}

/** The skip for an error of the file system; nothing where a tracked file is absent. */
function whyNotRead(item: Item, error: unknown): Skip | undefined {
  const { code } = error as NodeJS.ErrnoException;
  switch (code) {
    case 'ENOENT':
    case 'ENOTDIR':
      return item.git === 'tracked' ? undefined : skipOf(item, 'vanished');
    case 'ELOOP':
    case 'EMLINK':
      return skipOf(item, 'symlink');
    case 'ENXIO':
    case 'ENODEV':
      return skipOf(item, 'special');
    default:
      if (code === undefined) throw error;
      return skipOf(item, 'unreadable', code);
  }
}
