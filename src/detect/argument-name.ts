import { at, isConstant, skipBack } from './read-bytes.ts';

const [COMMA, OPEN, BRACKET_END] = Buffer.from(',(]') as unknown as number[] as [number, number, number];

/** Past `[]` or `[20]`, the size of an array. */
export function pastSize(bytes: Uint8Array, open: number): number {
  let offset = open + 1;
  while (at(bytes, offset) >= 0x30 && at(bytes, offset) <= 0x39 && offset - open < 6) offset++;
  return at(bytes, offset) === BRACKET_END ? offset + 1 : open;
}

/** True for a constant that is an argument: `CURLOPT_PASSWORD` after a comma, `Context.SECURITY_CREDENTIALS` as the first. */
export function isSetByCall(bytes: Uint8Array, { start, end }: { start: number; end: number }): boolean {
  let own = end;
  while (own > start && at(bytes, own - 1) !== 0x2e) own--;
  if (!isConstant(bytes, { start: own, end })) return false;
  return opensArgument(bytes, start - 1) || (own > start && at(bytes, skipBack(bytes, start - 1)) === OPEN);
}

/** True where a comma stands before, with blanks between. */
const opensArgument = (bytes: Uint8Array, offset: number): boolean => at(bytes, skipBack(bytes, offset)) === COMMA;
