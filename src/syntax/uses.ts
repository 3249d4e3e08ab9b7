import type { Span } from '../model/index.ts';

const mostName = 64;
const mostBlanks = 8;
/** Uses of one constant that are told, and places that are looked at for them. */
const mostUses = 12;
const mostLooks = 500;
const isName = (byte: number | undefined): boolean =>
  byte !== undefined && byte < 0x80 && /[\w$]/.test(String.fromCharCode(byte));
const isBlank = (byte: number | undefined): boolean => byte === 0x20 || byte === 0x09;

/**
 * Where a constant that is given the string within a span is put together with something, as its bytes show. What the name
 * means there is for whoever parses it to say.
 * @param piece the string without its quotes; nothing is told where no name is given it
 */
export function usesOfConstant(bytes: Buffer, piece: Span): readonly Span[] {
  const name = nameBefore(bytes, piece.start - 1);
  if (name === undefined) return [];
  const uses: Span[] = [];
  for (const use of [`${name}+`, `${name} +`, `\${${name}}`, `${name}.concat(`, `[${name},`]) {
    let looks = 0;
    for (let at = bytes.indexOf(use, 0, 'latin1'); at !== -1 && looks < mostLooks; looks++) {
      const before = bytes[at - 1];
      if (/^[^\w$]/.test(use) || (!isName(before) && before !== 0x2e)) uses.push({ start: at, end: at + use.length });
      at = bytes.indexOf(use, at + use.length, 'latin1');
    }
  }
  // The nearest: a name means something else further away more often than not.
  const distance = ({ start }: Span): number => Math.abs(start - piece.start);
  return uses.sort((a, b) => distance(a) - distance(b)).slice(0, mostUses);
}

/** The name that is given the string whose quote stands at `open`: `NAME = "`. */
function nameBefore(bytes: Buffer, open: number): string | undefined {
  let offset = open - 1;
  while (open - offset < mostBlanks && isBlank(bytes[offset])) offset--;
  if (bytes[offset] !== 0x3d) return undefined;
  offset--;
  while (open - offset < 2 * mostBlanks && isBlank(bytes[offset])) offset--;
  const end = offset + 1;
  while (end - offset <= mostName && isName(bytes[offset])) offset--;
  // A member of something is no constant.
  return offset + 1 === end || bytes[offset] === 0x2e ? undefined : bytes.toString('latin1', offset + 1, end);
}
