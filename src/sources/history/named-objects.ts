/** A tree that no commit has, as the number under which its contents stand among the changes of commits. */
interface LoneTree {
  readonly commit: number;
  readonly id: string;
  /** The refs that name it; none where it dangles. */
  readonly names: readonly string[];
}

/** What is held without a commit: contents and tags that refs name, and trees. */
export class NamedObjects {
  readonly #firstNumber: number;
  readonly #trees: LoneTree[] = [];
  readonly #treeNames = new Map<string, readonly string[]>();
  readonly #contents = new Map<number, Set<string>>();

  /** @param commits how many there are: trees are numbered after them */
  constructor(commits: number) {
    this.#firstNumber = commits;
  }

  /** Says that a ref names an object. */
  nameContent(object: number, name: string): void {
    const names = this.#contents.get(object);
    if (names) names.add(name);
    else this.#contents.set(object, new Set([name]));
  }

  nameTree(id: string, names: readonly string[]): void {
    this.#treeNames.set(id, names);
  }

  /** Takes in a tree. @returns its number among commits */
  add(id: string): number {
    const commit = this.#firstNumber + this.#trees.length;
    this.#trees.push({ commit, id, names: this.#treeNames.get(id) ?? [] });
    return commit;
  }

  get trees(): readonly LoneTree[] {
    return this.#trees;
  }

  /** The id of the tree of that number; nothing for a commit. */
  treeOf(commit: number): string | undefined {
    return this.#trees[commit - this.#firstNumber]?.id;
  }

  get contents(): Iterable<number> {
    return this.#contents.keys();
  }

  /** The refs that name an object directly or by a tree; an empty name stands for HEAD and its like. */
  namesOf(object: number): readonly string[] | undefined {
    const names = this.#contents.get(object);
    return names && [...names];
  }
}
