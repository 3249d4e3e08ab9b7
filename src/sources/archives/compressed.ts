import { pipeline, Readable } from 'node:stream';
import { createBrotliDecompress, createGunzip } from 'node:zlib';

/** Unpacks one compressed stream. @throws Error of zlib where it is broken or cut short */
export async function* decompressed(
  chunks: AsyncIterable<Uint8Array>,
  format: 'gzip' | 'brotli',
): AsyncGenerator<Uint8Array> {
  const unpack = format === 'gzip' ? createGunzip() : createBrotliDecompress();
  const source = Readable.from(chunks, { objectMode: false });
  // An error of either side ends the other, and is thrown where the result is read.
  pipeline(source, unpack, () => {});
  yield* unpack as AsyncIterable<Uint8Array>;
}

/** `data.json` for `data.json.gz`, `a.tar` for `a.tgz`. */
export function unpackedName(path: string): string {
  const name = path.slice(path.lastIndexOf('/') + 1);
  return name.replace(/\.(?:gz|gzip|br|z)$/i, '').replace(/\.tgz$/i, '.tar') || name;
}
