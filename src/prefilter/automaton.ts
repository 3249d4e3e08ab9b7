/**
 * All anchors of all rules in one deterministic automaton over bytes (Aho and Corasick, 1975), as a dense table.
 *
 * ASCII letters are folded, so that one table serves anchors in any case; whoever takes a hit compares the bytes where
 * case matters. Bytes that stand in no anchor share one class, which keeps the table small enough for the cache.
 */
export interface Automaton {
  /** `table[(state << shift) | classes[byte]]` is the next state; state 0 is the start. */
  readonly table: Uint16Array;
  readonly classes: Uint8Array;
  readonly shift: number;
  /** States from here on accept: at least one anchor ends there. */
  readonly firstAccepting: number;
  /** For each accepting state, counted from `firstAccepting`: the anchors that end there, longest first. */
  readonly outputs: readonly (readonly number[])[];
  /** Bytes of the longest anchor: what stands further back has no part in a state. */
  readonly longest: number;
}

const fold = (byte: number): number => (byte >= 0x41 && byte <= 0x5a ? byte | 0x20 : byte);

/** Gives every byte that stands in an anchor a class of its own, letters one for both cases; the others share class 0. */
function classesOf(anchors: readonly string[]): { classes: Uint8Array; count: number } {
  const classes = new Uint8Array(256);
  let count = 1;
  for (const anchor of anchors) {
    for (let at = 0; at < anchor.length; at++) {
      const folded = fold(anchor.charCodeAt(at) & 0xff);
      if (classes[folded] === 0) classes[folded] = count++;
    }
  }
  for (let byte = 0x41; byte <= 0x5a; byte++) classes[byte] = classes[byte | 0x20] as number;
  return { classes, count };
}

/** The trie of the anchors, written straight into a table of rows; 0 stands for "no such edge". */
interface Trie {
  readonly rows: Uint16Array;
  readonly states: number;
  /** For each state the anchors that end there. */
  readonly ends: (number[] | undefined)[];
}

function trieOf(anchors: readonly string[], classes: Uint8Array, shift: number): Trie {
  const most = anchors.reduce((sum, { length }) => sum + length, 1);
  if (most > 0xffff) throw new RangeError(`the anchors need up to ${most} states, more than a table of 16 bits holds`);
  const rows = new Uint16Array(most << shift);
  const ends: (number[] | undefined)[] = [undefined];
  let states = 1;
  anchors.forEach((anchor, index) => {
    let state = 0;
    for (let at = 0; at < anchor.length; at++) {
      const edge = (state << shift) | (classes[anchor.charCodeAt(at) & 0xff] as number);
      let to = rows[edge] as number;
      if (to === 0) {
        to = states++;
        rows[edge] = to;
        ends.push(undefined);
      }
      state = to;
    }
    const here = ends[state];
    if (here) here.push(index);
    else ends[state] = [index];
  });
  return { rows, states, ends };
}

/**
 * Builds the automaton.
 * @param anchors texts of one byte a character; the index of an anchor is its name in `outputs`
 * @throws RangeError when more states are needed than 16 bits can name
 */
export function buildAutomaton(anchors: readonly string[]): Automaton {
  const { classes, count } = classesOf(anchors);
  const shift = Math.ceil(Math.log2(count));
  const { rows, states, ends } = trieOf(anchors, classes, shift);

  // Breadth first: the row of a state's longest proper suffix is complete when the state is reached, so that what the
  // state has no edge for is copied from there.
  const suffix = new Uint16Array(states);
  const order = new Uint16Array(states);
  let queued = 1;
  for (let at = 0; at < queued; at++) {
    const state = order[at] as number;
    const row = state << shift;
    const back = (suffix[state] as number) << shift;
    for (let each = 0; each < count; each++) {
      const to = rows[row | each] as number;
      if (to === 0) {
        if (state !== 0) rows[row | each] = rows[back | each] as number;
        continue;
      }
      order[queued++] = to;
      const onward = state === 0 ? 0 : (rows[back | each] as number);
      suffix[to] = onward;
      const inherited = ends[onward];
      if (inherited) ends[to] = [...(ends[to] ?? []), ...inherited];
    }
  }
  const longest = anchors.reduce((most, { length }) => Math.max(most, length), 0);
  return { ...renumber({ rows, states, ends }, classes, shift), longest };
}

/** Gives accepting states the highest numbers, so that one comparison tells them. */
function renumber({ rows, states, ends }: Trie, classes: Uint8Array, shift: number): Omit<Automaton, 'longest'> {
  const accepting: number[] = [];
  for (let state = 0; state < states; state++) if (ends[state]) accepting.push(state);
  const firstAccepting = states - accepting.length;
  const renamed = new Uint16Array(states);
  let plain = 0;
  let accept = firstAccepting;
  for (let state = 0; state < states; state++) renamed[state] = ends[state] ? accept++ : plain++;
  const width = 1 << shift;
  const table = new Uint16Array(states << shift);
  for (let state = 0; state < states; state++) {
    const from = state << shift;
    const to = (renamed[state] as number) << shift;
    for (let each = 0; each < width; each++) table[to | each] = renamed[rows[from | each] as number] as number;
  }
  return { table, classes, shift, firstAccepting, outputs: accepting.map((state) => ends[state] as number[]) };
}
