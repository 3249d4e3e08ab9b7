import { blankBytes, isQuote, spaceBytes } from './bytes.ts';
import { pastHash } from './hashed-value.ts';
import { at, is, skip } from './read-bytes.ts';

/** Calls that only turn a literal into another type: what they are given is the value. Lower case. */
const wrappers = [
  '[]byte(',
  'string(',
  'new string(',
  'std::string(',
  'string::from(',
  'some(',
  'bytes(',
  'buffer.from(',
  'secretstr(',
  'secret(',
  'str(',
  'qstring(',
  'qstringliteral(',
  'qlatin1string(',
  'usestate(',
  'ref(',
  'to_string(',
] as const;

const [OPEN] = Buffer.from('(') as unknown as number[] as [number];
const firstLetters = new Uint8Array(256);
for (const wrapper of wrappers) {
  firstLetters[wrapper.charCodeAt(0)] = 1;
  firstLetters[wrapper.toUpperCase().charCodeAt(0)] = 1;
}

/**
 * Past a call that only turns a literal into another type: `[]byte("…")`, `String::from("…")`, `Some("…")`;
 * or that makes its digest: `await bcrypt.hash("…", 10)`.
 * @returns where the quote of the literal stands, or the offset itself where there is no such call
 */
export function pastWrapper(bytes: Uint8Array, offset: number): number {
  const hashed = pastHash(bytes, offset);
  if (hashed !== undefined) return hashed;
  if (!firstLetters[at(bytes, offset)]) return offset;
  for (const wrapper of wrappers) {
    if (at(bytes, offset + wrapper.length - 1) !== OPEN || !is(bytes, offset, wrapper.slice(0, -1))) continue;
    const start = skip(bytes, offset + wrapper.length, spaceBytes);
    if (isQuote(at(bytes, start))) return start;
  }
  return offset;
}

/**
 * Past what joins a value to a name in languages without `=` right behind it: `As String =` of Visual Basic, `<-` of R.
 * @param offset past the name and its blanks
 * @returns where the quote of the literal stands, or nothing
 */
export function pastUnusualSign(bytes: Uint8Array, offset: number): number | undefined {
  if (is(bytes, offset, '<-')) {
    const start = skip(bytes, offset + 2, blankBytes);
    return at(bytes, offset) === 0x3c && isQuote(at(bytes, start)) ? start : undefined;
  }
  if (!is(bytes, offset, 'as ')) return undefined;
  for (let end = offset + 3; end - offset < 24; end++) {
    const byte = at(bytes, end);
    if (byte === 0x3d) {
      const start = skip(bytes, end + 1, blankBytes);
      return isQuote(at(bytes, start)) ? start : undefined;
    }
    if (!blankBytes[byte] && !/[A-Za-z]/.test(String.fromCharCode(byte))) return undefined;
  }
  return undefined;
}

/** Past the brace that encloses a literal in JSX: `apiKey={'…'}`; the offset itself where there is none. */
export const pastBrace = (bytes: Uint8Array, offset: number): number =>
  at(bytes, offset) === 0x7b && isQuote(at(bytes, skip(bytes, offset + 1, spaceBytes))) ? offset + 1 : offset;
