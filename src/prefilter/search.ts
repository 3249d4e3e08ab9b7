import type { Automaton } from './automaton.ts';

/** Bytes that one lane reads before hits are handed on. */
const mostInLane = 1 << 14;
const lanes = 4;
/** Fewer bytes than this are read in one lane: the others would first have to find their state. */
const leastInLanes = 2048;

/** Hits of one search: pairs of an accepting state (from 0) and the offset after the anchor's last byte, ascending. */
export interface Hits {
  readonly pairs: Int32Array;
  /** Numbers in use of `pairs`, two a hit. */
  length: number;
}

/** Room for a hit at every byte of a search. */
export const newHits = (): Hits => ({ pairs: new Int32Array(mostInLane * lanes * 2), length: 0 });

/** Where a search stands: it stops after so many bytes as `hits` has room for, and goes on from there. */
export interface Cursor {
  offset: number;
  state: number;
}

/**
 * Runs the automaton over the next bytes from the cursor: all of them, or as many as `hits` has room for. This is the byte
 * path: it sees every byte of a scan once.
 *
 * Each step needs the state that the one before has found, and that is what it costs. So four lanes read a quarter each at
 * once: a lane's state is that of the last bytes before it, as many as the longest anchor has.
 */
export function search(automaton: Automaton, bytes: Uint8Array, cursor: Cursor, hits: Hits): void {
  const end = Math.min(bytes.length, cursor.offset + mostInLane * lanes);
  if (end - cursor.offset < leastInLanes) {
    hits.length = searchLane(automaton, bytes, cursor, end, hits.pairs, 0);
    return;
  }
  const each = (end - cursor.offset) >> 2;
  const { table, classes, shift, firstAccepting, longest } = automaton;
  const { pairs } = hits;
  const [first, second, third, fourth] = [0, 1, 2, 3].map((lane) => cursor.offset + lane * each) as [
    number,
    number,
    number,
    number,
  ];
  let state1 = cursor.state;
  let state2 = 0;
  let state3 = 0;
  let state4 = 0;
  for (let back = Math.min(longest - 1, second); back > 0; back--) {
    state2 = table[(state2 << shift) | (classes[bytes[second - back] as number] as number)] as number;
    state3 = table[(state3 << shift) | (classes[bytes[third - back] as number] as number)] as number;
    state4 = table[(state4 << shift) | (classes[bytes[fourth - back] as number] as number)] as number;
  }
  const room = each * 2;
  let used1 = 0;
  let used2 = room;
  let used3 = room * 2;
  let used4 = room * 3;
  for (let at = 0; at < each; at++) {
    state1 = table[(state1 << shift) | (classes[bytes[first + at] as number] as number)] as number;
    state2 = table[(state2 << shift) | (classes[bytes[second + at] as number] as number)] as number;
    state3 = table[(state3 << shift) | (classes[bytes[third + at] as number] as number)] as number;
    state4 = table[(state4 << shift) | (classes[bytes[fourth + at] as number] as number)] as number;
    if (state1 >= firstAccepting) {
      pairs[used1++] = state1 - firstAccepting;
      pairs[used1++] = first + at + 1;
    }
    if (state2 >= firstAccepting) {
      pairs[used2++] = state2 - firstAccepting;
      pairs[used2++] = second + at + 1;
    }
    if (state3 >= firstAccepting) {
      pairs[used3++] = state3 - firstAccepting;
      pairs[used3++] = third + at + 1;
    }
    if (state4 >= firstAccepting) {
      pairs[used4++] = state4 - firstAccepting;
      pairs[used4++] = fourth + at + 1;
    }
  }
  let used = used1;
  for (const [from, to] of [
    [room, used2],
    [room * 2, used3],
    [room * 3, used4],
  ] as const) {
    pairs.copyWithin(used, from, to);
    used += to - from;
  }
  // What four lanes do not share out evenly, at most three bytes.
  cursor.offset = fourth + each;
  cursor.state = state4;
  hits.length = searchLane(automaton, bytes, cursor, end, pairs, used);
}

/** The same in one lane, from the cursor to `end`. @returns numbers in use of `pairs` */
function searchLane(
  { table, classes, shift, firstAccepting }: Automaton,
  bytes: Uint8Array,
  cursor: Cursor,
  end: number,
  pairs: Int32Array,
  from: number,
): number {
  let { state, offset } = cursor;
  let used = from;
  while (offset < end) {
    state = table[(state << shift) | (classes[bytes[offset++] as number] as number)] as number;
    if (state >= firstAccepting) {
      pairs[used++] = state - firstAccepting;
      pairs[used++] = offset;
    }
  }
  cursor.state = state;
  cursor.offset = offset;
  return used;
}
