/** Where a section starts: bytes of the content before it, its line from 1, UTF-16 units before it on that line. */
export interface PlaceInText {
  readonly offset: number;
  readonly line: number;
  readonly column: number;
}

export const startOfText: PlaceInText = { offset: 0, line: 1, column: 0 };

/**
 * The place after some bytes of a text. A line ends with LF.
 * @param bytes whole characters
 * @param isUtf8 how many UTF-16 units they are; otherwise every byte is one
 */
export function placeAfter({ offset, line, column }: PlaceInText, bytes: Buffer, isUtf8: boolean): PlaceInText {
  let lines = 0;
  let lineStart = 0;
  for (let at = bytes.indexOf(10); at !== -1; at = bytes.indexOf(10, at + 1)) {
    lines++;
    lineStart = at + 1;
  }
  const units = isUtf8 ? utf16Units(bytes, lineStart) : bytes.length - lineStart;
  return { offset: offset + bytes.length, line: line + lines, column: lines === 0 ? column + units : units };
}

/** UTF-16 units of the UTF-8 text from a place on: one for each character, two for those of four bytes. */
function utf16Units(bytes: Buffer, from: number): number {
  let units = 0;
  for (let at = from; at < bytes.length; at++) {
    const byte = bytes[at] as number;
    if ((byte & 0xc0) !== 0x80) units += byte >= 0xf0 ? 2 : 1;
  }
  return units;
}
