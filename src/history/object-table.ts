/** Kinds of objects that are looked at. Trees are read by git itself, when it compares commits. */
export const objectKinds = { blob: 1, commit: 2, tag: 3 } as const;
export type ObjectKind = (typeof objectKinds)[keyof typeof objectKinds];

/**
 * Every object of a store by number, in the order it was listed. An object costs its id (20 bytes, or 32), its size and
 * its kind (9 bytes) and 8 to 16 bytes of an index by id.
 */
export class ObjectTable {
  #idBytes = 0;
  #ids = new Uint8Array(0);
  #sizes = new Float64Array(0);
  #kinds = new Uint8Array(0);
  /** Numbers from 1 by the start of the id, the next free place where it is taken; 0 is free. */
  #slots = new Int32Array(1024);
  #count = 0;

  get count(): number {
    return this.#count;
  }

  /** @param hex the id; all ids of a table have the same length */
  add(hex: string, kind: ObjectKind, size: number): number {
    if (this.#idBytes === 0) this.#idBytes = hex.length >> 1;
    if (this.#count === this.#kinds.length) this.#grow();
    const index = this.#count++;
    writeHex(hex, this.#ids, index * this.#idBytes);
    this.#kinds[index] = kind;
    this.#sizes[index] = size;
    if (this.#count * 2 > this.#slots.length) this.#rehash();
    else this.#insert(index);
    return index;
  }

  /** The number of the object, or -1 where the store has none of that id. */
  find(hex: string): number {
    if (hex.length >> 1 !== this.#idBytes) return -1;
    writeHex(hex, scratch, 0);
    const mask = this.#slots.length - 1;
    for (let slot = start(scratch, 0) & mask; ; slot = (slot + 1) & mask) {
      const index = (this.#slots[slot] as number) - 1;
      if (index < 0) return -1;
      if (this.#isAt(index)) return index;
    }
  }

  id(index: number): string {
    return Buffer.from(this.#ids.buffer, index * this.#idBytes, this.#idBytes).toString('hex');
  }

  kind(index: number): ObjectKind {
    return this.#kinds[index] as ObjectKind;
  }

  /** Bytes of its content. */
  size(index: number): number {
    return this.#sizes[index] as number;
  }

  /** Orders objects by their ids: the same whatever the store lists first. */
  compare(one: number, other: number): number {
    for (let byte = 0; byte < this.#idBytes; byte++) {
      const difference =
        (this.#ids[one * this.#idBytes + byte] as number) - (this.#ids[other * this.#idBytes + byte] as number);
      if (difference !== 0) return difference;
    }
    return 0;
  }

  #isAt(index: number): boolean {
    const from = index * this.#idBytes;
    for (let byte = 0; byte < this.#idBytes; byte++) if (this.#ids[from + byte] !== scratch[byte]) return false;
    return true;
  }

  #insert(index: number): void {
    const mask = this.#slots.length - 1;
    let slot = start(this.#ids, index * this.#idBytes) & mask;
    while (this.#slots[slot] !== 0) slot = (slot + 1) & mask;
    this.#slots[slot] = index + 1;
  }

  #rehash(): void {
    this.#slots = new Int32Array(this.#slots.length * 2);
    for (let index = 0; index < this.#count; index++) this.#insert(index);
  }

  #grow(): void {
    const room = Math.max(1024, this.#kinds.length * 2);
    const ids = new Uint8Array(room * this.#idBytes);
    ids.set(this.#ids);
    const sizes = new Float64Array(room);
    sizes.set(this.#sizes);
    const kinds = new Uint8Array(room);
    kinds.set(this.#kinds);
    [this.#ids, this.#sizes, this.#kinds] = [ids, sizes, kinds];
  }
}

const scratch = new Uint8Array(64);

const start = (bytes: Uint8Array, at: number): number =>
  ((bytes[at] as number) << 24) |
  ((bytes[at + 1] as number) << 16) |
  ((bytes[at + 2] as number) << 8) |
  (bytes[at + 3] as number);

function writeHex(hex: string, into: Uint8Array, at: number): void {
  for (let digit = 0; digit < hex.length; digit += 2) {
    into[at + (digit >> 1)] = (value(hex.charCodeAt(digit)) << 4) | value(hex.charCodeAt(digit + 1));
  }
}

/** Of a lower-case hexadecimal digit, as git writes ids. */
const value = (code: number): number => (code < 58 ? code - 48 : code - 87);
