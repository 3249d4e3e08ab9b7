import { ByteReader } from '../byte-reader.ts';
import { type GitCall, gitStream } from '../git.ts';
import { writeLines } from './write-lines.ts';

/** Failures in a row at the very first object asked for, after which it is git that fails, not an object. */
const mostInARow = 16;

/** An object as git has it; without a content where it cannot be read. */
export interface WholeObject {
  readonly index: number;
  readonly content?: Buffer;
}

/**
 * Reads small objects, commits and tags, each as a whole, in the order asked. An object that makes git give up is told
 * as unreadable, and another git goes on after it.
 * @param indices numbers of the objects
 * @param id gives the id of a number
 * @throws SourceError where git fails whatever it is asked
 */
export async function* wholeObjects(
  indices: readonly number[],
  id: (index: number) => string,
  call: GitCall,
): AsyncGenerator<WholeObject> {
  let from = 0;
  for (let inARow = 0; from < indices.length; ) {
    const start = from;
    const git = gitStream(['cat-file', '--batch', '--buffer'], { ...call, objectsOnly: true });
    const asked = indices.slice(from);
    const written = writeLines(git.stdin, ids(asked, id));
    try {
      const reader = new ByteReader(git.stdout as AsyncIterable<Buffer>);
      for (const index of asked) {
        const header = await reader.line();
        if (header === undefined) break;
        const [, , digits] = header.split(' ');
        const content = digits === undefined ? undefined : await contentOf(reader, Number(digits));
        from++;
        yield content ? { index, content } : { index };
        if (digits !== undefined && !content) break;
      }
      if (from < indices.length) {
        if (call.signal?.aborted) return;
        const { error } = await git.ended;
        inARow = from === start ? inARow + 1 : 0;
        if (error && inARow > mostInARow) throw error;
        if (from === start) yield { index: indices[from++] as number };
      }
    } finally {
      git.stop();
      await written;
    }
  }
}

function* ids(indices: readonly number[], id: (index: number) => string): Generator<string> {
  for (const index of indices) yield id(index);
}

async function contentOf(reader: ByteReader, size: number): Promise<Buffer | undefined> {
  const content = Buffer.allocUnsafe(size);
  if ((await reader.fill(content)) < size) return undefined;
  await reader.skip(1);
  return content;
}
