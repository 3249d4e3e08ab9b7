import type { ts } from '../compiler.ts';

/** Steps that values are followed by: from one place, and in one file. */
const mostSteps = 4_000;
const mostInFile = 400_000;
const spent = new WeakMap<ts.SourceFile, number>();

type Given = readonly (ts.Expression | undefined)[];

/** Where an expression stands that is followed: the nodes around it, from the outside, and what functions are given. */
export class Scope {
  #around: readonly ts.Node[];
  #steps = 0;
  readonly #given = new Map<ts.Node, Given>();

  constructor(around: readonly ts.Node[]) {
    this.#around = around;
  }

  /** Takes one step, or says that there are none left. */
  spend(source: ts.SourceFile): boolean {
    const all = (spent.get(source) ?? 0) + 1;
    spent.set(source, all);
    return this.#steps++ < mostSteps && all < mostInFile;
  }

  get around(): readonly ts.Node[] {
    return this.#around;
  }

  /** What a function is given while it is followed; nothing where no call of it was met. */
  givenTo(node: ts.Node): Given | undefined {
    return this.#given.get(node);
  }

  /** Runs something as if it stood within other nodes. */
  within(around: readonly ts.Node[], run: () => void): void {
    const before = this.#around;
    this.#around = around;
    run();
    this.#around = before;
  }

  /** Runs something as if it stood within further nodes. */
  inside(nodes: readonly ts.Node[], run: () => void): void {
    this.within([...this.#around, ...nodes], run);
  }

  /** Runs something while a function is given values. */
  given(node: ts.Node, values: Given | undefined, run: () => void): void {
    const before = this.#given.get(node);
    if (values) this.#given.set(node, values);
    run();
    if (before) this.#given.set(node, before);
    else this.#given.delete(node);
  }
}
