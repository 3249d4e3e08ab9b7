import type { Automaton } from './automaton.ts';

/** An automaton and the anchors it was built for. */
export interface Prebuilt {
  readonly anchors: readonly string[];
  readonly automaton: Automaton;
}

const headerBytes = 4;

/**
 * An automaton as bytes: the length of a JSON text, the text, and the table as 16-bit numbers of this machine's order.
 * Building one costs more than reading it.
 */
export function packAutomaton({ anchors, automaton }: Prebuilt): Uint8Array {
  const { table, classes, ...plainly } = automaton;
  const plain = JSON.stringify({ order: byteOrder, anchors, classes: [...classes], ...plainly } satisfies Packed);
  // The table must start at an even byte.
  const text = plain.length % 2 === 0 ? plain : `${plain} `;
  const bytes = Buffer.alloc(headerBytes + text.length + table.byteLength);
  bytes.writeUInt32LE(text.length, 0);
  bytes.write(text, headerBytes, 'latin1');
  bytes.set(new Uint8Array(table.buffer, table.byteOffset, table.byteLength), headerBytes + text.length);
  return bytes;
}

/** The automaton that bytes hold; undefined where they were made on a machine of another byte order. */
export function unpackAutomaton(bytes: Buffer): Prebuilt | undefined {
  const length = bytes.readUInt32LE(0);
  const { order, anchors, classes, ...plainly } = JSON.parse(
    bytes.toString('latin1', headerBytes, headerBytes + length),
  ) as Packed;
  if (order !== byteOrder) return undefined;
  const from = bytes.byteOffset + headerBytes + length;
  const table = new Uint16Array(bytes.buffer, from, (bytes.length - headerBytes - length) / 2);
  return { anchors, automaton: { ...plainly, table, classes: Uint8Array.from(classes) } };
}

interface Packed extends Omit<Automaton, 'table' | 'classes'> {
  readonly order: number;
  readonly anchors: readonly string[];
  readonly classes: readonly number[];
}

/** Tells the two orders of the bytes of a number apart. */
const byteOrder = new Uint8Array(new Uint16Array([1]).buffer)[0] as number;
