import type { Blob, Item, Skip } from '../../model/index.ts';
import type { ByteReader } from '../byte-reader.ts';
import { contentKind, readAnyway } from '../content-kind.ts';
import type { Limits } from '../limits.ts';
import { Sections } from '../sections.ts';
import { leftOutFor, skipOf, tooLarge } from '../skip-of.ts';

/**
 * The sections of a content that arrives as a stream.
 * @param room larger than the content, or as large as a section
 * @param started bytes of the content that stand in `room` already
 */
export async function* readSections(
  item: Item,
  reader: ByteReader,
  room: Buffer,
  started: number,
  limits: Limits,
): AsyncGenerator<Blob | Skip> {
  const kind = contentKind(room.subarray(0, started));
  const left = leftOutFor(item, kind);
  if (left) {
    yield left;
    return;
  }
  const sections = new Sections(item, readAnyway(kind), limits, room, started);
  let total = started;
  for (;;) {
    const space = sections.space();
    const read = await reader.fill(space);
    sections.filled(read);
    total += read;
    const large = tooLarge(item, total, limits);
    if (large) {
      yield large;
      return;
    }
    if (space.length === 0) {
      yield skipOf(item, 'broken-archive', 'holds more than it states');
      return;
    }
    // A buffer that is full may hold just the whole content: one section more, of its overlap, does no harm.
    const ended = read < space.length;
    yield sections.cut(ended);
    if (ended) return;
  }
}
