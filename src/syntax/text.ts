import { Buffer, isAscii, isUtf8 } from 'node:buffer';

/** A content as the compiler reads it, and where its characters stand in the bytes. */
export interface Text {
  readonly text: string;
  /** The byte at which a UTF-16 unit of `text` starts; `text.length` gives the length in bytes. */
  toByte(unit: number): number;
  /** The UTF-16 unit that the byte belongs to. */
  toUnit(byte: number): number;
}

const same = (unit: number): number => unit;
const stride = 256;

/**
 * Decodes a content: UTF-8, or Latin-1 where it is no valid UTF-8 (then every byte is one character).
 * @param bytes a whole file; a byte order mark stays, as white space
 */
export function decode(bytes: Uint8Array): Text {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (isAscii(buffer) || !isUtf8(buffer)) return { text: buffer.toString('latin1'), toByte: same, toUnit: same };
  const text = buffer.toString('utf8');
  const toByte = byteOffsets(text);
  return { text, toByte, toUnit: (byte) => lastUnit(text.length, (unit) => toByte(unit) <= byte) };
}

/** The last unit for which something holds that holds for all before it. */
function lastUnit(length: number, holds: (unit: number) => boolean): number {
  let low = 0;
  let high = length;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (holds(middle)) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** Bytes a UTF-16 unit takes in UTF-8; the first half of a pair counts for both. */
const width = (unit: number): number =>
  unit < 0x80 ? 1 : unit < 0x800 ? 2 : unit >= 0xd800 && unit <= 0xdbff ? 4 : unit >= 0xdc00 && unit <= 0xdfff ? 0 : 3;

/** Counts once from the start with a mark every 256 units; a question then counts from the last mark. */
function byteOffsets(text: string): (unit: number) => number {
  const marks = new Float64Array(Math.floor(text.length / stride) + 1);
  let bytes = 0;
  for (let unit = 0; unit < text.length; unit++) {
    if (unit % stride === 0) marks[unit / stride] = bytes;
    bytes += width(text.charCodeAt(unit));
  }
  if (text.length % stride === 0) marks[text.length / stride] = bytes;
  return (unit) => {
    const end = Math.min(Math.max(unit, 0), text.length);
    const mark = Math.floor(end / stride);
    let at = marks[mark] as number;
    for (let index = mark * stride; index < end; index++) at += width(text.charCodeAt(index));
    return at;
  };
}
