import { isUtf8 } from 'node:buffer';
import { wholeUtf8 } from '../utf8.ts';

/** An archive, a compressed file or a source map: what can be looked into. */
export type ArchiveFormat = 'zip' | 'crx' | 'tar' | 'gzip' | 'brotli' | 'asar' | 'map';

const tarBlock = 512;
const tarMagic = { at: 257, text: 'ustar' };
/** The header of an asar is a length-prefixed JSON text: four numbers of 32 bits, the first of them 4, then the text. */
const asarText = { at: 16, text: '{"files"' };

/**
 * The format of an archive, from its first bytes; from its name only where the format has no mark of its own (`.br`).
 * @param start the first 512 bytes, or all of them
 * @param name a path or the last part of one
 */
export function archiveFormat(start: Buffer, name: string): ArchiveFormat | undefined {
  const first = start[0];
  // Nearly every content is told apart by its first byte.
  if (first === 0x50 && (starts(start, 0, 'PK\x03\x04') || starts(start, 0, 'PK\x05\x06'))) return 'zip';
  if (first === 0x1f && starts(start, 0, '\x1f\x8b\x08')) return 'gzip';
  if (first === 0x43 && starts(start, 0, 'Cr24')) return 'crx';
  if (name.endsWith('.map') && (first === 0x7b || starts(start, 0, ")]}'"))) return 'map';
  if (first === 4 && starts(start, 0, '\x04\0\0\0') && starts(start, asarText.at, asarText.text)) return 'asar';
  if (starts(start, tarMagic.at, tarMagic.text) && hasTarChecksum(start)) return 'tar';
  return name.endsWith('.br') && !isText(start) ? 'brotli' : undefined;
}

/** Brotli has no mark, and `.br` may be a language: what starts as text is none. */
function isText(start: Buffer): boolean {
  return isUtf8(start.subarray(0, wholeUtf8(start, Math.min(start.length, tarBlock))));
}

function starts(bytes: Buffer, at: number, text: string): boolean {
  for (let index = 0; index < text.length; index++) if (bytes[at + index] !== text.charCodeAt(index)) return false;
  return true;
}

/** The sum of a header's bytes, with blanks in the place of the sum, stands in it as octal digits. */
function hasTarChecksum(start: Buffer): boolean {
  if (start.length < tarBlock) return false;
  const stated = Number.parseInt(start.toString('latin1', 148, 156).replace(/[\0 ]/g, ''), 8);
  let sum = 0;
  for (let at = 0; at < tarBlock; at++) sum += at >= 148 && at < 156 ? 0x20 : (start[at] as number);
  return sum === stated;
}
