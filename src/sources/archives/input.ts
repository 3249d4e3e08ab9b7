import { readSync } from 'node:fs';

/** The bytes of an archive. */
export interface Input {
  /** From the first to the last; may be asked for once. */
  chunks(): AsyncIterable<Uint8Array>;
  /** Absent where they arrive as a stream. */
  readonly random?: RandomAccess;
}

/** Bytes that may be read in any order. */
export interface RandomAccess {
  readonly size: number;
  /** The bytes from `at` on: fewer than `length` only at the end. */
  read(at: number, length: number): Buffer;
}

const step = 256 * 1024;

/** Bytes held in memory. */
export const inputOf = (bytes: Buffer): Input & { readonly random: RandomAccess } =>
  inOrder({ size: bytes.length, read: (at, length) => bytes.subarray(at, at + length) });

/** An open file. Whoever opened it closes it. */
export const inputOfFile = (file: number, size: number): Input & { readonly random: RandomAccess } =>
  inOrder({
    size,
    read(at, length) {
      const bytes = Buffer.allocUnsafe(Math.max(0, Math.min(length, size - at)));
      let filled = 0;
      while (filled < bytes.length) {
        const read = readSync(file, bytes, filled, bytes.length - filled, at + filled);
        if (read === 0) break;
        filled += read;
      }
      return bytes.subarray(0, filled);
    },
  });

const inOrder = (random: RandomAccess): Input & { readonly random: RandomAccess } => ({
  random,
  async *chunks() {
    for (let at = 0; at < random.size; at += step) yield random.read(at, step);
  },
});

/** The part of the bytes from `start` on. */
export const inputFrom = ({ size, read }: RandomAccess, start: number): Input & { readonly random: RandomAccess } =>
  inOrder({ size: Math.max(0, size - start), read: (at, length) => read(start + at, length) });
