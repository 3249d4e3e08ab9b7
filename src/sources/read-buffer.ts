import { sniffed } from './content-kind.ts';

const smallest = 256 * 1024;

let shared: Buffer = Buffer.allocUnsafeSlow(smallest);
let inUse = false;

/** A buffer lent for reading one content. */
export interface LentBuffer {
  readonly buffer: Buffer;
  giveBack(): void;
}

/**
 * Lends a buffer of at least so many bytes. It is the same one each time while only one is out, so that reading tens of
 * thousands of small files allocates nothing.
 */
export function lendBuffer(bytes: number): LentBuffer {
  const needed = Math.max(bytes, sniffed);
  if (inUse) return { buffer: Buffer.allocUnsafeSlow(needed), giveBack: () => {} };
  if (shared.length < needed) {
    // Grows in steps, so that files of slowly growing size do not each allocate anew.
    shared = Buffer.allocUnsafeSlow(Math.max(needed, Math.min(shared.length * 2, needed * 2)));
  }
  inUse = true;
  return { buffer: shared, giveBack: () => (inUse = false) };
}
