/** Shannon entropy of the characters of a text, in bits a character. */
export function entropy(text: string): number {
  const counts = new Map<string, number>();
  for (const character of text) counts.set(character, (counts.get(character) ?? 0) + 1);
  let bits = 0;
  for (const count of counts.values()) bits -= (count / text.length) * Math.log2(count / text.length);
  return bits;
}

/** The length of the longest run of one character. */
export function longestRun(text: string): number {
  let longest = 0;
  let run = 0;
  for (let index = 0; index < text.length; index++) {
    run = text[index] === text[index - 1] ? run + 1 : 1;
    if (run > longest) longest = run;
  }
  return longest;
}

const rows = ['0123456789', 'abcdefghijklmnopqrstuvwxyz', 'qwertyuiop', 'asdfghjkl', 'zxcvbnm', '1234567890'];
const neighbours = new Set(
  rows.flatMap((row) => [...row].slice(1).flatMap((to, index) => [`${row[index]}${to}`, `${to}${row[index]}`])),
);

/** The share of neighbouring characters that follow one another in the alphabet, among the digits or on the keyboard. */
export function sequenceShare(text: string): number {
  if (text.length < 2) return 0;
  const lower = text.toLowerCase();
  let steps = 0;
  for (let index = 1; index < lower.length; index++) if (neighbours.has(lower.slice(index - 1, index + 1))) steps++;
  return steps / (lower.length - 1);
}

/** The length of the shortest block that the text repeats from start to end, or its own length. */
export function period(text: string): number {
  for (let length = 1; length <= text.length / 2; length++) {
    let same = true;
    for (let index = length; same && index < text.length; index++) same = text[index] === text[index - length];
    if (same) return length;
  }
  return text.length;
}

/**
 * True where a text is too regular to be random: few different characters, one long run, a sequence, a count of bytes, or
 * blocks said again and again. For bodies of eight characters or more.
 */
export function isRegular(text: string): boolean {
  const body = text.replace(/[-_.:]/g, '');
  if (body.length < 8) return false;
  const distinct = new Set(body).size;
  return (
    distinct <= Math.min(5, Math.ceil(body.length / 5)) ||
    longestRun(body) >= Math.max(5, body.length / 4) ||
    sequenceShare(body) >= (body.length < 12 ? 0.65 : 0.5) ||
    period(body) <= body.length / 2 ||
    countsUp(body) ||
    saysAgain(body)
  );
}

const longText = 24;
const pieceLength = 4;
const leastNew = 0.55;

/** True where the pieces of a long text come again and again: blocks around a mark, a sequence that starts anew. */
function saysAgain(text: string): boolean {
  if (text.length < longText) return false;
  const pieces = new Set<string>();
  const count = text.length - pieceLength + 1;
  for (let at = 0; at < count; at++) pieces.add(text.slice(at, at + pieceLength));
  return pieces.size <= count * leastNew;
}

/** True for bytes in hexadecimal that go up by the same step: `000102030405…`, `0011223344…`. */
function countsUp(text: string): boolean {
  if (text.length < 16 || text.length % 2 !== 0 || !/^[0-9a-f]+$/i.test(text)) return false;
  const bytes = Buffer.from(text, 'hex');
  const steps = [...bytes.subarray(1)].map((byte, index) => (byte - (bytes[index] as number) + 256) % 256);
  return steps.filter((step) => step === steps[0]).length >= steps.length * 0.8;
}

/** Bits a guesser needs for a text, at most: length times the bits of the alphabet its characters are drawn from. */
export function bitsAtMost(text: string): number {
  const size =
    (/[a-f]/.test(text) ? 6 : 0) +
    (/[g-z]/.test(text) ? 20 : 0) +
    (/[A-F]/.test(text) ? 6 : 0) +
    (/[G-Z]/.test(text) ? 20 : 0) +
    (/[0-9]/.test(text) ? 10 : 0) +
    (/[^A-Za-z0-9]/.test(text) ? 16 : 0);
  return text.length * Math.log2(Math.max(2, size));
}
