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
}

const fold = (byte: number): number => (byte >= 0x41 && byte <= 0x5a ? byte | 0x20 : byte);

interface Trie {
  readonly next: Map<number, number>[];
  readonly ends: number[][];
}

function trieOf(anchors: readonly string[]): Trie {
  const trie: Trie = { next: [new Map()], ends: [[]] };
  anchors.forEach((anchor, index) => {
    let state = 0;
    for (const unfolded of Buffer.from(anchor, 'latin1')) {
      const byte = fold(unfolded);
      const edges = trie.next[state] as Map<number, number>;
      let to = edges.get(byte);
      if (to === undefined) {
        to = trie.next.length;
        trie.next.push(new Map());
        trie.ends.push([]);
        edges.set(byte, to);
      }
      state = to;
    }
    (trie.ends[state] as number[]).push(index);
  });
  return trie;
}

/** States in breadth-first order, with the longest proper suffix of each that is a state too. */
function suffixes({ next, ends }: Trie): { order: number[]; suffix: Int32Array } {
  const suffix = new Int32Array(next.length);
  const order = [0];
  for (let at = 0; at < order.length; at++) {
    const state = order[at] as number;
    for (const [byte, to] of next[state] as Map<number, number>) {
      order.push(to);
      if (state === 0) continue;
      let back = suffix[state] as number;
      while (back !== 0 && !next[back]?.has(byte)) back = suffix[back] as number;
      suffix[to] = next[back]?.get(byte) ?? 0;
      (ends[to] as number[]).push(...(ends[suffix[to] as number] as number[]));
    }
  }
  return { order, suffix };
}

/**
 * Builds the automaton.
 * @param anchors texts of one byte a character; the index of an anchor is its name in `outputs`
 * @throws RangeError when there are more than 65,535 states
 */
export function buildAutomaton(anchors: readonly string[]): Automaton {
  const trie = trieOf(anchors);
  const { order, suffix } = suffixes(trie);
  const states = trie.next.length;
  if (states > 0xffff) throw new RangeError(`the anchors need ${states} states, more than a table of 16 bits holds`);

  const classes = new Uint8Array(256);
  let count = 1;
  for (const edges of trie.next) for (const byte of edges.keys()) if (classes[byte] === 0) classes[byte] = count++;
  for (let byte = 0x41; byte <= 0x5a; byte++) classes[byte] = classes[byte | 0x20] as number;
  const shift = Math.ceil(Math.log2(count));

  const accepting = order.filter((state) => (trie.ends[state] as number[]).length > 0);
  const firstAccepting = states - accepting.length;
  const renamed = new Uint16Array(states);
  let plain = 0;
  let accept = firstAccepting;
  for (const state of order) renamed[state] = (trie.ends[state] as number[]).length > 0 ? accept++ : plain++;

  // In breadth-first order the row of the suffix is complete when a state is reached: copy it, then set the own edges.
  const table = new Uint16Array(states << shift);
  for (const state of order) {
    const row = (renamed[state] as number) << shift;
    if (state !== 0) {
      const from = (renamed[suffix[state] as number] as number) << shift;
      table.copyWithin(row, from, from + count);
    }
    for (const [byte, to] of trie.next[state] as Map<number, number>) {
      table[row | (classes[byte] as number)] = renamed[to] as number;
    }
  }
  return { table, classes, shift, firstAccepting, outputs: accepting.map((state) => trie.ends[state] as number[]) };
}
