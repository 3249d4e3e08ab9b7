import type { Item, Skip, Source } from '../model/index.ts';
import { ByteReader } from './byte-reader.ts';
import { contentKind, readAnyway } from './content-kind.ts';
import { type Limits, sectionLimits } from './limits.ts';
import { printable } from './names.ts';
import { Sections } from './sections.ts';
import { leftOutFor, skipOf } from './skip-of.ts';

export interface StdinOptions extends Limits {
  readonly stream: AsyncIterable<Uint8Array>;
  /** Decides how the text is read, and is what reports call it. */
  readonly name: string;
  /** The same, from the top of the project. Absent: `name`. */
  readonly path?: string;
}

/**
 * One text that arrives as a stream: as one item, or as one for each section where it is larger than a section, so that
 * memory does not grow with it. A stream that breaks is a skip, after what had arrived.
 */
export function stdinSource({ stream, name, path: fromTop = name, ...limits }: StdinOptions): Source {
  const path = printable(name);
  const provenance = { kind: 'stdin', path: printable(fromTop) } as const;
  const about = { kind: 'item', path, provenance, git: 'none' } as const;
  return {
    name: 'stdin',
    async *items(signal): AsyncGenerator<Item | Skip> {
      const item: Item = { ...about, place: { kind: 'memory', bytes: new Uint8Array() } };
      const broken: string[] = [];
      const stop = () => (stream as { destroy?: () => void }).destroy?.();
      signal.addEventListener('abort', stop, { once: true });
      const reader = new ByteReader(chunksOf(stream, (why) => broken.push(why)));
      const { size } = sectionLimits(limits);
      const { maxFileSize = Number.POSITIVE_INFINITY } = limits;
      const buffer = Buffer.allocUnsafeSlow(size);
      const started = await reader.fill(buffer);
      const kind = contentKind(buffer.subarray(0, started), path);
      if (kind.kind === 'archive' && started < size && started <= maxFileSize) {
        yield { ...about, place: { kind: 'memory', bytes: new Uint8Array(buffer.subarray(0, started)) } };
        return;
      }
      const left = started > maxFileSize ? overLimit(item, maxFileSize) : leftOutFor(item, kind);
      if (left && !signal.aborted) yield left;
      if (left) return;
      const sections = new Sections(item, readAnyway(kind), limits, buffer, started);
      let total = started;
      for (let ended = started < size; !signal.aborted; ) {
        const space = sections.space();
        const read = ended ? 0 : await reader.fill(space);
        sections.filled(read);
        total += read;
        ended ||= read < space.length;
        if (signal.aborted) return;
        if (total > maxFileSize) yield overLimit(item, maxFileSize);
        else yield { ...about, place: placeOf(sections.cut(ended)) };
        if (ended || total > maxFileSize) break;
      }
      signal.removeEventListener('abort', stop);
      if (broken[0] !== undefined && !signal.aborted) yield skipOf(item, 'unreadable', broken[0]);
    },
  };
}

/** A section as a place of its own: copied, because the buffer is used again. */
function placeOf({ item: _, kind: __, bytes, ...section }: ReturnType<Sections['cut']>): Item['place'] {
  return { kind: 'memory', bytes: new Uint8Array(bytes), section };
}

const overLimit = (item: Item, limit: number): Skip => skipOf(item, 'too-large', `more than ${limit} bytes`);

async function* chunksOf(stream: AsyncIterable<Uint8Array>, broken: (why: string) => void): AsyncGenerator<Buffer> {
  try {
    for await (const chunk of stream) yield Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength);
  } catch (error) {
    broken((error as NodeJS.ErrnoException).code ?? 'the stream broke');
  }
}
