import { Readable } from 'node:stream';
import type { ReadableStream } from 'node:stream/web';
import { createTarDecoder } from 'modern-tar';
import type { Member, Opened } from './member.ts';

/** The files of a tar, in their order; links and folders hold nothing. @throws Error where it is broken or cut short */
export async function* tarMembers(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Member> {
  const decoder = createTarDecoder({ strict: true });
  const source = Readable.toWeb(Readable.from(chunks, { objectMode: false })) as ReadableStream<Uint8Array>;
  const entries = source.pipeThrough(decoder as { readable: ReadableStream<never>; writable: never });
  for await (const { header, body } of entries as unknown as AsyncIterable<TarFile>) {
    if (header.type !== 'file' && header.type !== undefined) {
      await body.cancel();
      continue;
    }
    yield { kind: 'member', name: header.name, size: header.size, open: async () => opened(body) };
  }
}

interface TarFile {
  readonly header: { readonly name: string; readonly size: number; readonly type?: string };
  readonly body: ReadableStream<Uint8Array>;
}

function opened(body: ReadableStream<Uint8Array>): Opened {
  const reader = body.getReader();
  let ended = false;
  async function* chunks(): AsyncGenerator<Uint8Array> {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) break;
      yield value;
    }
    ended = true;
  }
  return {
    chunks: chunks(),
    async close() {
      // What was not read must leave the stream, or the next file never comes.
      if (!ended) await reader.cancel();
    },
  };
}
