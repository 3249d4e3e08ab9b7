import type { LineRange } from '../model/index.ts';

/** Cells of the table for a stretch without a line that stands once on both sides. */
const mostCells = 1_000_000;

/** Steps for all stretches together: texts made to be slow end here. */
const stepsFor = (lines: number): number => 20_000_000 + 64 * lines;

/**
 * The lines of a text that another one does not have, in order: a patience diff. Lines that stand exactly once on both
 * sides, in the same order, are the same line; between them the search goes on; short rests are compared exactly. A rest
 * too long for that counts as added as a whole: too much is looked at, never too little.
 * @returns ranges of lines of `after`, from 1
 */
export function addedLines(before: string, after: string): LineRange[] {
  const numbers = new Map<string, number>();
  const numbered = (text: string): number[] =>
    linesOf(text).map((line) => {
      const known = numbers.get(line) ?? numbers.size;
      if (known === numbers.size) numbers.set(line, known);
      return known;
    });
  const old = numbered(before);
  const now = numbered(after);
  const kept = new Uint8Array(now.length);
  // A stretch of each side, still to be compared. Own stack: texts decide how deep this goes.
  const open: Stretch[] = [{ a: 0, aEnd: old.length, b: 0, bEnd: now.length }];
  let steps = stepsFor(old.length + now.length);
  for (let stretch = open.pop(); stretch && steps > 0; stretch = open.pop()) {
    const { rest, cost } = compare(old, now, stretch, kept);
    steps -= cost;
    for (const each of rest) open.push(each);
  }
  return rangesOf(kept);
}

interface Stretch {
  readonly a: number;
  readonly aEnd: number;
  readonly b: number;
  readonly bEnd: number;
}

/** Without the empty line that a line break at the end would make. */
function linesOf(text: string): string[] {
  const lines = text.split('\n');
  if (lines.at(-1) === '') lines.pop();
  return lines;
}

/** Marks what is kept in a stretch, and gives the stretches that are left to compare and the steps it took. */
function compare(
  old: readonly number[],
  now: readonly number[],
  stretch: Stretch,
  kept: Uint8Array,
): { readonly rest: readonly Stretch[]; readonly cost: number } {
  let { a, aEnd, b, bEnd } = stretch;
  while (a < aEnd && b < bEnd && old[a] === now[b]) {
    kept[b++] = 1;
    a++;
  }
  while (a < aEnd && b < bEnd && old[aEnd - 1] === now[bEnd - 1]) {
    kept[--bEnd] = 1;
    aEnd--;
  }
  const lines = stretch.aEnd - stretch.a + (stretch.bEnd - stretch.b);
  if (a === aEnd || b === bEnd) return { rest: [], cost: lines };
  const anchors = inOrder(onceOnBothSides(old, now, { a, aEnd, b, bEnd }));
  if (anchors.length === 0) {
    const cells = (aEnd - a + 1) * (bEnd - b + 1);
    if (cells <= mostCells) keepLongest(old, now, { a, aEnd, b, bEnd }, kept);
    return { rest: [], cost: lines + Math.min(cells, mostCells) };
  }
  const rest: Stretch[] = [];
  for (const anchor of anchors) {
    kept[anchor.b] = 1;
    rest.push({ a, aEnd: anchor.a, b, bEnd: anchor.b });
    a = anchor.a + 1;
    b = anchor.b + 1;
  }
  rest.push({ a, aEnd, b, bEnd });
  return { rest, cost: lines };
}

interface Anchor {
  readonly a: number;
  readonly b: number;
}

/** Lines that stand exactly once in each side of the stretch, in the order of the old side. */
function onceOnBothSides(old: readonly number[], now: readonly number[], { a, aEnd, b, bEnd }: Stretch): Anchor[] {
  const twice = -1;
  const inNow = new Map<number, number>();
  for (let at = b; at < bEnd; at++) {
    const line = now[at] as number;
    inNow.set(line, inNow.has(line) ? twice : at);
  }
  const inOld = new Map<number, number>();
  for (let at = a; at < aEnd; at++) {
    const line = old[at] as number;
    if (inNow.has(line)) inOld.set(line, inOld.has(line) ? twice : at);
  }
  const anchors: Anchor[] = [];
  for (const [line, at] of inOld) {
    const place = inNow.get(line) as number;
    if (at !== twice && place !== twice) anchors.push({ a: at, b: place });
  }
  return anchors;
}

/** The longest series of anchors that is in order on both sides. */
function inOrder(anchors: readonly Anchor[]): Anchor[] {
  // The anchor that ends the best series of each length, and for each anchor the one before it in its series.
  const ends: number[] = [];
  const previous = new Int32Array(anchors.length).fill(-1);
  for (const [index, { b }] of anchors.entries()) {
    let low = 0;
    let high = ends.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((anchors[ends[middle] as number] as Anchor).b < b) low = middle + 1;
      else high = middle;
    }
    if (low > 0) previous[index] = ends[low - 1] as number;
    ends[low] = index;
  }
  const series: Anchor[] = [];
  for (let index = ends.at(-1) ?? -1; index !== -1; index = previous[index] as number) {
    series.push(anchors[index] as Anchor);
  }
  return series.reverse();
}

/** Marks a longest common subsequence of a stretch, by the plain table. */
function keepLongest(old: readonly number[], now: readonly number[], stretch: Stretch, kept: Uint8Array): void {
  const { a, aEnd, b, bEnd } = stretch;
  const rows = aEnd - a;
  const columns = bEnd - b;
  const width = columns + 1;
  const table = new Uint32Array((rows + 1) * width);
  for (let row = rows - 1; row >= 0; row--) {
    for (let column = columns - 1; column >= 0; column--) {
      const cell = row * width + column;
      table[cell] =
        old[a + row] === now[b + column]
          ? (table[cell + width + 1] as number) + 1
          : Math.max(table[cell + width] as number, table[cell + 1] as number);
    }
  }
  for (let row = 0, column = 0; row < rows && column < columns; ) {
    const cell = row * width + column;
    if (old[a + row] === now[b + column]) {
      kept[b + column++] = 1;
      row++;
    } else if ((table[cell + width] as number) >= (table[cell + 1] as number)) row++;
    else column++;
  }
}

function rangesOf(kept: Uint8Array): LineRange[] {
  const ranges: LineRange[] = [];
  for (let at = 0; at < kept.length; at++) {
    if (kept[at]) continue;
    const first = at + 1;
    while (at + 1 < kept.length && !kept[at + 1]) at++;
    ranges.push({ first, last: at + 1 });
  }
  return ranges;
}

/** The lines that stand in both lists; each in order. */
export function linesInBoth(left: readonly LineRange[], right: readonly LineRange[]): LineRange[] {
  const both: LineRange[] = [];
  for (let i = 0, j = 0; i < left.length && j < right.length; ) {
    const one = left[i] as LineRange;
    const other = right[j] as LineRange;
    const range = { first: Math.max(one.first, other.first), last: Math.min(one.last, other.last) };
    if (range.first <= range.last) both.push(range);
    if (one.last < other.last) i++;
    else j++;
  }
  return both;
}
