import type { Automaton } from './automaton.ts';

/** Hits of one search: pairs of an accepting state (from 0) and the offset after the anchor's last byte. */
export interface Hits {
  readonly pairs: Int32Array;
  /** Numbers in use of `pairs`, two a hit. */
  length: number;
}

export const newHits = (most = 1 << 15): Hits => ({ pairs: new Int32Array(most * 2), length: 0 });

/** Where a search stands: it may stop when `hits` is full and go on from there. */
export interface Cursor {
  offset: number;
  state: number;
}

/**
 * Runs the automaton over `bytes` from the cursor until the end, or until `hits` is full. This loop is the byte path: it
 * sees every byte of a scan once.
 */
export function search(automaton: Automaton, bytes: Uint8Array, cursor: Cursor, hits: Hits): void {
  const { table, classes, shift, firstAccepting } = automaton;
  const { pairs } = hits;
  const end = bytes.length;
  const most = pairs.length;
  let { state, offset } = cursor;
  let used = 0;
  while (offset < end) {
    state = table[(state << shift) | (classes[bytes[offset++] as number] as number)] as number;
    if (state >= firstAccepting) {
      pairs[used] = state - firstAccepting;
      pairs[used + 1] = offset;
      used += 2;
      if (used === most) break;
    }
  }
  hits.length = used;
  cursor.state = state;
  cursor.offset = offset;
}
