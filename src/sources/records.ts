import { isUtf8 } from 'node:buffer';
import { nameOf } from './names.ts';

/**
 * Cuts a stream at its NUL bytes, as git writes lists with `-z`.
 * @returns the records in batches, one for each chunk read; bytes that are no UTF-8 escaped as in `names.ts`
 */
export async function* records(stream: AsyncIterable<Buffer>): AsyncGenerator<string[]> {
  let rest: Buffer[] = [];
  for await (const chunk of stream) {
    const end = chunk.lastIndexOf(0);
    if (end === -1) {
      rest.push(chunk);
      continue;
    }
    yield split(Buffer.concat([...rest, chunk.subarray(0, end)]));
    rest = [chunk.subarray(end + 1)];
  }
  const last = Buffer.concat(rest);
  if (last.length > 0) yield split(last);
}

function split(bytes: Buffer): string[] {
  if (isUtf8(bytes)) return bytes.toString('utf8').split('\0');
  const names: string[] = [];
  for (let start = 0; start <= bytes.length; ) {
    const end = bytes.indexOf(0, start);
    const stop = end === -1 ? bytes.length : end;
    names.push(nameOf(bytes.subarray(start, stop)));
    start = stop + 1;
  }
  return names;
}
