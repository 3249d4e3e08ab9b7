import { Readable } from 'node:stream';
import { inflateRawSync } from 'node:zlib';
import { type Entry, fromRandomAccessReaderPromise, RandomAccessReader, type ZipFile } from 'yauzl';
import { nameOf } from '../names.ts';
import type { RandomAccess } from './input.ts';
import type { Member, Opened } from './member.ts';

/** Members up to this size are unpacked in one call: a stream for each costs more than its bytes. */
const smallMember = 1024 * 1024;
const stored = 0;
const deflated = 8;

/** The members of a zip, in the order of its list. @throws Error where the list cannot be read */
export async function* zipMembers(input: RandomAccess): AsyncGenerator<Member> {
  const zip = await fromRandomAccessReaderPromise(new Reader(input), input.size, {
    lazyEntries: true,
    autoClose: false,
    // Names are made harmless by whoever shows them: one that is not must not keep the others from being read.
    decodeStrings: false,
  });
  for await (const entry of zip.eachEntry()) {
    const name = nameOf(entry.fileNameRaw);
    if (name.endsWith('/')) continue;
    yield memberOf(zip, entry, name, input);
  }
}

function memberOf(zip: ZipFile, entry: Entry, name: string, input: RandomAccess): Member {
  if (entry.isEncrypted()) return { kind: 'left', name, reason: 'encrypted', detail: 'encrypted member' };
  const { compressionMethod, compressedSize, uncompressedSize: size } = entry;
  if (compressionMethod !== stored && compressionMethod !== deflated) {
    return { kind: 'left', name, reason: 'broken-archive', detail: `packed by method ${compressionMethod}` };
  }
  const isSmall = size <= smallMember && compressedSize <= smallMember;
  return {
    kind: 'member',
    name,
    size,
    expands: true,
    open: () => (isSmall ? openSmall(zip, entry, input) : openStream(zip, entry)),
  };
}

async function openSmall(zip: ZipFile, entry: Entry, input: RandomAccess): Promise<Opened> {
  const { fileDataStart } = await zip.readLocalFileHeaderPromise(entry, { minimal: true });
  const { compressedSize, uncompressedSize, compressionMethod } = entry;
  const packed = input.read(fileDataStart, compressedSize);
  const bytes =
    compressionMethod === stored ? packed : inflateRawSync(packed, { maxOutputLength: Math.max(1, uncompressedSize) });
  if (packed.length < compressedSize || bytes.length !== uncompressedSize) throw new Error('cut short');
  return { chunks: one(bytes), close: () => {} };
}

async function* one(bytes: Buffer): AsyncGenerator<Buffer> {
  yield bytes;
}

async function openStream(zip: ZipFile, entry: Entry): Promise<Opened> {
  const stream = await zip.openReadStreamPromise(entry);
  return { chunks: stream, close: () => void stream.destroy() };
}

/** What the zip reader asks for bytes. */
class Reader extends RandomAccessReader {
  readonly #input: RandomAccess;

  constructor(input: RandomAccess) {
    super();
    this.#input = input;
  }

  override _readStreamForRange(start: number, end: number): Readable {
    return Readable.from(chunksBetween(this.#input, start, end), { objectMode: false });
  }

  override read(
    buffer: Buffer,
    offset: number,
    length: number,
    position: number,
    callback: (error: Error | null, read?: number) => void,
  ): void {
    const bytes = this.#input.read(position, length);
    bytes.copy(buffer, offset);
    callback(null, bytes.length);
  }

  override close(callback: (error: Error | null) => void): void {
    callback(null);
  }
}

const step = 256 * 1024;

function* chunksBetween(input: RandomAccess, start: number, end: number): Generator<Buffer> {
  for (let at = start; at < end; at += step) yield input.read(at, Math.min(step, end - at));
}
