import { IntColumn } from './growing.ts';

/** Stands for no content: the path was not there before, or is not there any more. */
export const absent = -1;

/** One path that a commit has otherwise than the commit it is compared with. Contents by their numbers in the table. */
export interface Change {
  readonly path: number;
  readonly before: number;
  readonly after: number;
}

/**
 * What every commit changes, compared with its first parent: 12 bytes a changed path and 8 a commit, and every path once
 * as a string. Trees that no commit has count as commits after the last one, with all they hold as their changes. Every path a content ever had is among them: a path that a first parent has already was told of there.
 */
export class Changes {
  readonly #paths = new IntColumn();
  readonly #before = new IntColumn();
  readonly #after = new IntColumn();
  #ranges: Int32Array;
  readonly #names: string[] = [];
  readonly #numbers = new Map<string, number>();
  /** The first path of a content by its number, and the others where there are any. */
  readonly #firstPath: Int32Array;
  readonly #otherPaths = new Map<number, Set<number>>();

  constructor(commits: number, objects: number) {
    this.#ranges = new Int32Array(commits * 2);
    this.#firstPath = new Int32Array(objects).fill(absent);
  }

  /** The number of a path: the same for the same name. */
  path(name: string): number {
    const known = this.#numbers.get(name);
    if (known !== undefined) return known;
    const number = this.#names.push(name) - 1;
    this.#numbers.set(name, number);
    return number;
  }

  name(path: number): string {
    return this.#names[path] as string;
  }

  findPath(name: string): number | undefined {
    return this.#numbers.get(name);
  }

  get pathCount(): number {
    return this.#names.length;
  }

  /** Starts the changes of a commit; those added until the next start are its own. */
  start(commit: number): void {
    if (commit * 2 >= this.#ranges.length) {
      const larger = new Int32Array((commit + 1) * 4);
      larger.set(this.#ranges);
      this.#ranges = larger;
    }
    this.#ranges[commit * 2] = this.#paths.length;
    this.#ranges[commit * 2 + 1] = this.#paths.length;
  }

  add(commit: number, { path, before, after }: Change): void {
    this.#paths.push(path);
    this.#before.push(before);
    this.#after.push(after);
    this.#ranges[commit * 2 + 1] = this.#paths.length;
    if (after === absent) return;
    const first = this.#firstPath[after] as number;
    if (first === absent) this.#firstPath[after] = path;
    else if (first !== path) {
      const others = this.#otherPaths.get(after);
      if (others) others.add(path);
      else this.#otherPaths.set(after, new Set([path]));
    }
  }

  *of(commit: number): Generator<Change> {
    const end = this.#ranges[commit * 2 + 1] as number;
    for (let at = this.#ranges[commit * 2] as number; at < end; at++) {
      yield { path: this.#paths.at(at), before: this.#before.at(at), after: this.#after.at(at) };
    }
  }

  /** Every path a content ever had, in the order of their names. */
  pathsOf(object: number): number[] {
    const first = this.#firstPath[object] as number;
    if (first === absent) return [];
    const others = this.#otherPaths.get(object);
    if (!others) return [first];
    return [first, ...others].sort((one, other) => (this.name(one) < this.name(other) ? -1 : 1));
  }
}
