import { IntColumn } from './growing.ts';
import type { ObjectTable } from './object-table.ts';

/**
 * How a commit is held: by a branch, tag or HEAD; by a stash; by notes; by a reflog. None of them: it dangles. The last
 * two tell more of those that refs hold.
 */
export const holds = { ref: 1, stash: 2, note: 4, reflog: 8, remote: 16, head: 32 } as const;
export type Hold = (typeof holds)[keyof typeof holds];

/** A parent that the store does not have. */
const none = -1;

/** The commits of a store by number, with their parents: 21 bytes a commit, 4 a parent and 4 an object. */
export class CommitGraph {
  readonly #table: ObjectTable;
  /** Numbers of objects by commit, and the way back. */
  readonly #objects = new IntColumn();
  readonly #numbers: Int32Array;
  #starts = new Int32Array(0);
  readonly #parents = new IntColumn();
  #times = new Float64Array(0);
  #holds = new Uint8Array(0);

  /** @param objects the numbers of all commits in the table */
  constructor(table: ObjectTable, objects: Iterable<number>) {
    this.#table = table;
    this.#numbers = new Int32Array(table.count).fill(none);
    for (const object of objects) {
      this.#numbers[object] = this.#objects.length;
      this.#objects.push(object);
    }
    this.#starts = new Int32Array(this.count * 2);
    this.#times = new Float64Array(this.count);
    this.#holds = new Uint8Array(this.count);
  }

  get count(): number {
    return this.#objects.length;
  }

  /** The commit's number, or -1 where the store has no such commit. */
  find(id: string): number {
    return this.#numbers[this.#table.find(id)] ?? none;
  }

  numberOf(object: number): number {
    return this.#numbers[object] ?? none;
  }

  object(commit: number): number {
    return this.#objects.at(commit);
  }

  id(commit: number): string {
    return this.#table.id(this.object(commit));
  }

  /** Says what a commit was read as. Those never read have no parents. @returns how many parents are missing */
  set(commit: number, parents: readonly string[], time: number): number {
    this.#starts[commit * 2] = this.#parents.length;
    let missing = 0;
    for (const parent of parents) {
      const number = this.find(parent);
      if (number === none) missing++;
      else this.#parents.push(number);
    }
    this.#starts[commit * 2 + 1] = this.#parents.length;
    this.#times[commit] = time;
    return missing;
  }

  /** The parents that the store has. */
  parents(commit: number): number[] {
    const parents: number[] = [];
    const end = this.#starts[commit * 2 + 1] as number;
    for (let at = this.#starts[commit * 2] as number; at < end; at++) parents.push(this.#parents.at(at));
    return parents;
  }

  /** Marks a commit and all its ancestors as held in that way. */
  hold(tips: Iterable<number>, how: Hold): void {
    const waiting = [...tips].filter((tip) => tip !== none);
    for (let commit = waiting.pop(); commit !== undefined; commit = waiting.pop()) {
      const held = this.#holds[commit] as number;
      if (held & how) continue;
      this.#holds[commit] = held | how;
      waiting.push(...this.parents(commit));
    }
  }

  heldBy(commit: number): number {
    return this.#holds[commit] as number;
  }

  /**
   * Commits in an order in which parents stand before children, older ones first where that leaves a choice, ids where
   * that does too: the same for every copy of the repository.
   * @param wanted with every commit it wants all its ancestors
   */
  order(wanted: (commit: number) => boolean): Int32Array {
    const missing = new Int32Array(this.count);
    const children: IntColumn = new IntColumn();
    const next: IntColumn = new IntColumn();
    const firstChild = new Int32Array(this.count).fill(none);
    const ready = new Heap((one, other) => this.#isBefore(one, other));
    let count = 0;
    for (let commit = 0; commit < this.count; commit++) {
      if (!wanted(commit)) continue;
      count++;
      const parents = this.parents(commit);
      missing[commit] = parents.length;
      if (parents.length === 0) ready.push(commit);
      for (const parent of parents) {
        children.push(commit);
        next.push(firstChild[parent] as number);
        firstChild[parent] = children.length - 1;
      }
    }
    const order = new Int32Array(count);
    let filled = 0;
    for (let commit = ready.pop(); commit !== undefined; commit = ready.pop()) {
      order[filled++] = commit;
      for (let at = firstChild[commit] as number; at !== none; at = next.at(at)) {
        const child = children.at(at);
        missing[child] = (missing[child] as number) - 1;
        if (missing[child] === 0) ready.push(child);
      }
    }
    return order.subarray(0, filled);
  }

  #isBefore(one: number, other: number): boolean {
    const difference = (this.#times[one] as number) - (this.#times[other] as number);
    return difference === 0 ? this.#table.compare(this.object(one), this.object(other)) < 0 : difference < 0;
  }
}

/** Numbers, of which always the first by the order is taken. */
class Heap {
  readonly #items: number[] = [];
  readonly #isBefore: (one: number, other: number) => boolean;

  constructor(isBefore: (one: number, other: number) => boolean) {
    this.#isBefore = isBefore;
  }

  push(item: number): void {
    const items = this.#items;
    let at = items.length;
    items.push(item);
    while (at > 0) {
      const above = (at - 1) >> 1;
      if (!this.#isBefore(item, items[above] as number)) break;
      items[at] = items[above] as number;
      at = above;
    }
    items[at] = item;
  }

  pop(): number | undefined {
    const items = this.#items;
    const [first] = items;
    const last = items.pop();
    if (items.length === 0 || last === undefined) return first;
    let at = 0;
    for (;;) {
      const left = at * 2 + 1;
      if (left >= items.length) break;
      const right = left + 1;
      const child =
        right < items.length && this.#isBefore(items[right] as number, items[left] as number) ? right : left;
      if (!this.#isBefore(items[child] as number, last)) break;
      items[at] = items[child] as number;
      at = child;
    }
    items[at] = last;
    return first;
  }
}
