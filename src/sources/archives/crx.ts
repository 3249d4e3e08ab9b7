import type { RandomAccess } from './input.ts';

/** Where the zip of a packed browser extension starts: behind its signature. Source: Chromium's CRX versions 2 and 3. */
export function zipInCrx(input: RandomAccess): number {
  const head = input.read(0, 16);
  if (head.length < 16) throw new Error('header cut short');
  const [version, first, second] = [head.readUInt32LE(4), head.readUInt32LE(8), head.readUInt32LE(12)];
  return version === 2 ? 16 + first + second : 12 + first;
}
