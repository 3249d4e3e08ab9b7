import type { Snippet } from '../model/index.ts';

/** Stands for what is not shown. */
const hidden = '…';
/** Characters shown of the end of a random secret. */
const tailLength = 4;
/** Random characters that must stay hidden before the end of a secret may be shown. */
const leastHidden = 20;
/** Characters that must stay hidden before even the vendor's prefix is shown: a short rest could be guessed. */
const leastHiddenAfterPrefix = 8;

/** True for a text as generators make it: letters and digits mixed, many different ones, nothing a person would space. */
const looksRandom = (text: string): boolean =>
  /\d/.test(text) && /[A-Za-z]/.test(text) && !/\s/.test(text) && new Set(text).size >= 8;

/**
 * What a report may show of a secret: the vendor's constant prefix, `…`, and the last four characters where at least
 * twenty random ones stay hidden; else nothing of the value. Enough to recognise a key, as vendors' own pages show it.
 *
 * @param prefix what every secret of this kind starts with; ignored where the secret does not start with it
 * @param random false for values that people choose: their end tells too much
 */
export function maskSecret({
  secret,
  prefix = '',
  random = true,
}: {
  readonly secret: string;
  readonly prefix?: string;
  readonly random?: boolean;
}): string {
  const start = secret.startsWith(prefix) ? prefix : '';
  const rest = secret.slice(start.length);
  const head = rest.length >= leastHiddenAfterPrefix && isPlain(start) ? start : '';
  const tail = rest.slice(-tailLength);
  const kept = rest.slice(0, -tailLength);
  const showTail = random && kept.length >= leastHidden && looksRandom(kept) && isPlain(tail);
  return head + hidden + (showTail ? tail : '');
}

/** Printable ASCII: what a key consists of. Anything else is not shown. */
const isPlain = (text: string): boolean => /^[\x20-\x7e]*$/.test(text);

/** A secret within a line, in UTF-16 units, and what stands for it. */
export interface MaskedRange {
  readonly start: number;
  readonly end: number;
  readonly masked: string;
}

/** A line with its secrets masked; `ranges` gives where each secret's mask stands in `text`, in the order handed in. */
export interface MaskedLine {
  readonly text: string;
  readonly ranges: readonly { readonly start: number; readonly end: number }[];
}

/**
 * A line with every secret replaced by its mask. Secrets that overlap become one: the mask of the one that covers them
 * all where it shows nothing of the others, else `…`.
 *
 * @param line one line of text; ranges that go over its ends (secrets of many lines) are cut to it
 * @param secrets in any order
 */
export function maskLine(line: string, secrets: readonly MaskedRange[]): MaskedLine {
  const inside = secrets.map(({ start, end, masked }) => ({
    start: Math.max(0, Math.min(start, line.length)),
    end: Math.max(0, Math.min(end, line.length)),
    // A part of a secret is not what the mask was made for.
    masked: start < 0 || end > line.length ? hidden : masked,
  }));
  const placed = new Map<MaskedRange, { start: number; end: number }>();
  let text = '';
  let at = 0;
  for (const group of overlapping(inside)) {
    const [first] = group;
    const end = Math.max(...group.map((range) => range.end));
    text += line.slice(at, first.start);
    const start = text.length;
    text += end === first.start ? '' : maskOf(group, first.start, end);
    for (const range of group) placed.set(range, { start, end: text.length });
    at = end;
  }
  text += line.slice(at);
  return { text, ranges: inside.map((range) => placed.get(range) ?? { start: 0, end: 0 }) };
}

/** Ranges that share a character, together; groups and members from left to right. */
function overlapping(ranges: readonly MaskedRange[]): [MaskedRange, ...MaskedRange[]][] {
  const groups: [MaskedRange, ...MaskedRange[]][] = [];
  let reach = -1;
  for (const range of [...ranges].sort((a, b) => a.start - b.start || b.end - a.end)) {
    if (range.start < reach) groups.at(-1)?.push(range);
    else groups.push([range]);
    reach = Math.max(reach, range.end);
  }
  return groups;
}

/**
 * The mask of the range that covers `start` to `end`, if the ends it shows belong to no smaller range of the group. Of
 * several rules that mean the same range, the one that shows most knows it best: each shows no more than it may.
 */
function maskOf(group: readonly MaskedRange[], start: number, end: number): string {
  const isCover = (range: MaskedRange): boolean => range.start === start && range.end === end;
  const smaller = group.filter((range) => !isCover(range));
  const masks = group
    .filter(isCover)
    .map(({ masked }) => masked)
    .filter((masked) => {
      const shownBefore = masked.indexOf(hidden);
      const from = start + shownBefore;
      const to = end - (masked.length - shownBefore - hidden.length);
      return shownBefore >= 0 && smaller.every((range) => range.start >= from && range.end <= to);
    });
  return masks.reduce((most, masked) => (masked.length > most.length ? masked : most), hidden);
}

/** UTF-16 units of a line a finding keeps on either side of its secret: a bundle of one line is megabytes long. */
const reachOfSnippet = 240;
/** Shorter texts stand in a line by chance. */
const shortestCopy = 4;

/**
 * The neighbourhood of one secret of a line, with every secret in it masked, and every further copy of one: a rule may
 * have seen a value at one place only. Looks at the neighbourhood alone, however long the line is.
 *
 * @param index which of `secrets` the snippet is about
 */
export function snippetOf(line: string, secrets: readonly MaskedRange[], index: number): Snippet {
  const own = secrets[index] ?? { start: 0, end: 0, masked: hidden };
  const from = wholeCharacter(line, own.start - reachOfSnippet);
  const to = wholeCharacter(line, own.end + reachOfSnippet);
  const near = [own, ...secrets.filter((other) => other !== own && other.start < to && other.end > from)];
  const ranges = [...near, ...near.flatMap((secret) => copiesOf(secret, line, from, to))];
  const { text, ranges: placed } = maskLine(
    line.slice(from, to),
    ranges.map(({ start, end, masked }) => ({ start: start - from, end: end - from, masked })),
  );
  const { start, end } = placed[0] ?? { start: 0, end: 0 };
  return { text, start, end };
}

/** Where the text of a secret stands again, wholly or in part, between two places of its line. */
function copiesOf({ start, end }: MaskedRange, line: string, from: number, to: number): MaskedRange[] {
  const value = line.slice(Math.max(0, start), end);
  if (value.length < shortestCopy) return [];
  const copies: MaskedRange[] = [];
  // A copy that is cut by the edge of the neighbourhood begins or ends outside it.
  const edge = Math.max(0, from - value.length);
  const around = line.slice(edge, to + value.length);
  // Copies may overlap each other; to look for that in long values would take quadratic time.
  const step = value.length > 256 ? value.length : 1;
  for (let at = around.indexOf(value); at >= 0; at = around.indexOf(value, at + step)) {
    const place = edge + at;
    if (place !== start && place < to && place + value.length > from)
      copies.push({ start: place, end: place + value.length, masked: hidden });
  }
  return copies;
}

/** A place to cut that lies in the text and splits no surrogate pair. */
function wholeCharacter(text: string, at: number): number {
  if (at <= 0) return 0;
  if (at >= text.length) return text.length;
  return /[\uDC00-\uDFFF]/.test(text.charAt(at)) && /[\uD800-\uDBFF]/.test(text.charAt(at - 1)) ? at - 1 : at;
}
