/** A column of 32-bit integers that grows: four bytes a value, at most twice that while it grows. */
export class IntColumn {
  #data: Int32Array;
  #length = 0;

  constructor(room = 1024) {
    this.#data = new Int32Array(room);
  }

  get length(): number {
    return this.#length;
  }

  push(value: number): void {
    if (this.#length === this.#data.length) {
      const larger = new Int32Array(this.#data.length * 2);
      larger.set(this.#data);
      this.#data = larger;
    }
    this.#data[this.#length++] = value;
  }

  at(index: number): number {
    return this.#data[index] as number;
  }
}
