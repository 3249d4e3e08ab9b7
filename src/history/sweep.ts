import { absent, type Changes } from './changes.ts';
import type { CommitGraph } from './commit-graph.ts';
import { type Counts, nothing, SecretIndex } from './secret-index.ts';
import type { Secret } from './secrets.ts';
import { newTrace, rankOf, type Trace } from './trace.ts';

/** What a sweep is told. */
export interface SweepRequest {
  readonly graph: CommitGraph;
  readonly changes: Changes;
  /** Parents before children. */
  readonly order: Int32Array;
  readonly secrets: readonly Secret[];
  /** Commits of which is told which secrets they and their ancestors have. */
  readonly tips: ReadonlySet<number>;
  readonly head: number | undefined;
  readonly isAncestorOfHead: (commit: number) => boolean;
  readonly isRemote: (commit: number) => boolean;
  readonly isAskedFor: (commit: number) => boolean;
}

export interface SweepResult {
  readonly traces: readonly Trace[];
  /** By tip: secrets that it or an ancestor of it has. */
  readonly reached: ReadonlyMap<number, ReadonlySet<number>>;
  /** The content at each path in HEAD, of those that hold secrets there. */
  readonly inHead: ReadonlyMap<number, number>;
}

/** What a commit's tree holds of the secrets; shared by all commits that hold the same. */
interface State {
  /** The content at a path, where it holds any. */
  readonly contents: ReadonlyMap<number, number>;
  /** By secret: how often. */
  readonly counts: ReadonlyMap<number, number>;
  /** The last commit of each rank so far. */
  readonly last: (number | undefined)[];
}

const newState = (contents: ReadonlyMap<number, number>, counts: Counts): State => ({ contents, counts, last: [] });

/**
 * Follows secrets through all commits, parents before children. A commit's state is its first parent's with its own
 * changes; a state is let go when the last child was seen, so memory grows with the width of the history, not its length.
 */
export function sweep(request: SweepRequest): SweepResult {
  return new Sweep(request).run();
}

class Sweep {
  readonly #request: SweepRequest;
  readonly #traces: Trace[];
  readonly #places: SecretIndex;
  readonly #states = new Map<number, State>();
  readonly #reached = new Map<number, ReadonlySet<number>>();
  readonly #children: Int32Array;

  constructor(request: SweepRequest) {
    this.#request = request;
    this.#children = new Int32Array(request.graph.count);
    this.#traces = request.secrets.map(newTrace);
    this.#places = new SecretIndex(request.secrets, request.changes, request.graph);
    for (const commit of request.order)
      for (const parent of request.graph.parents(commit))
        this.#children[parent] = (this.#children[parent] as number) + 1;
  }

  run(): SweepResult {
    const { order, graph, tips, head } = this.#request;
    let inHead: ReadonlyMap<number, number> = new Map();
    const reached = new Map<number, ReadonlySet<number>>();
    for (const commit of order) {
      const parents = graph.parents(commit);
      const state = this.#visit(commit, parents);
      if (commit === head) inHead = state.contents;
      const has = this.#reach(commit, parents, state);
      if (tips.has(commit)) reached.set(commit, has);
      this.#release(commit, parents);
    }
    for (const state of new Set(this.#states.values())) this.#settle(state);
    return { traces: this.#traces, reached, inHead };
  }

  #visit(commit: number, parents: readonly number[]): State {
    const { changes, graph, isAskedFor, isAncestorOfHead } = this.#request;
    const rank = rankOf(graph, commit);
    const basis = parents[0] === undefined ? undefined : this.#states.get(parents[0]);
    let state = basis ?? newState(nothing, nothing);
    const touched = new Set<number>();
    const paths: number[] = [];
    let contents: Map<number, number> | undefined;
    let counts: Map<number, number> | undefined;
    for (const { path, after } of changes.of(commit)) {
      const old = state.contents.get(path);
      const gone = old === undefined ? nothing : this.#places.at(old, path);
      const come = this.#places.at(after, path);
      if (gone.size === 0 && come.size === 0) continue;
      contents ??= new Map(state.contents);
      counts ??= new Map(state.counts);
      paths.push(path);
      if (come.size > 0) contents.set(path, after);
      else contents.delete(path);
      for (const [secret, count] of gone) addTo(counts, secret, -count);
      for (const [secret, count] of come) addTo(counts, secret, count);
      for (const secret of [...gone.keys(), ...come.keys()]) touched.add(secret);
    }
    if (contents && counts) state = newState(contents, counts);
    this.#states.set(commit, state);
    state.last[rank] = commit;
    if (touched.size > 0) {
      const before = parents.map((parent) => this.#states.get(parent)).filter((each) => each !== undefined);
      for (const secret of touched) {
        const trace = this.#traces[secret] as Trace;
        const has = state.counts.has(secret);
        if (has && !before.some((parent) => parent.counts.has(secret))) {
          trace.first[rank] ??= commit;
          if (parents.length < 2) trace.plain[rank] = true;
          this.#tellRemote(commit, trace);
        }
        if (
          !has &&
          before.length > 0 &&
          before.every((parent) => parent.counts.has(secret)) &&
          isAncestorOfHead(commit)
        )
          trace.removed = commit;
        if (has && !trace.added && isAskedFor(commit) && this.#isAdded(secret, paths, state, before))
          trace.added = true;
      }
    }
    for (const secret of this.#places.saidBy(commit)) {
      const trace = this.#traces[secret] as Trace;
      const [first] = trace.said[rank] ?? [commit];
      trace.said[rank] = [first, commit];
      if (isAskedFor(commit)) trace.added = true;
      this.#tellRemote(commit, trace);
    }
    return state;
  }

  #tellRemote(commit: number, trace: Trace): void {
    if (this.#request.isRemote(commit)) trace.pushed = true;
  }

  /**
   * Whether the commit has the secret at more places than its parents account for. What every parent had and the commit
   * has not was moved: it makes up for a new place.
   */
  #isAdded(secret: number, paths: readonly number[], state: State, parents: readonly State[]): boolean {
    let balance = 0;
    for (const path of paths) {
      const countIn = ({ contents }: State): number =>
        this.#places.at(contents.get(path) ?? absent, path).get(secret) ?? 0;
      const now = countIn(state);
      const before = parents.length === 0 ? [0] : parents.map(countIn);
      balance += Math.max(0, now - Math.max(...before)) - Math.max(0, Math.min(...before) - now);
    }
    return balance > 0;
  }

  /** What the commit and its ancestors have, shared with a parent where it is the same. */
  #reach(commit: number, parents: readonly number[], { counts }: State): ReadonlySet<number> {
    const [parent = -1] = parents;
    const same =
      parents.length === 1 && this.#states.get(parent)?.counts === counts && this.#places.saidBy(commit).length === 0;
    const before = parents.map((parent) => this.#reached.get(parent) ?? new Set<number>());
    const own = same ? [] : [...counts.keys(), ...this.#places.saidBy(commit)];
    const fits = before.find(
      (set) => own.every((secret) => set.has(secret)) && before.every((other) => other === set || isPart(other, set)),
    );
    const reached = fits ?? new Set([...before.flatMap((set) => [...set]), ...own]);
    this.#reached.set(commit, reached);
    return reached;
  }

  /** Lets go of parents whose children were all seen. */
  #release(commit: number, parents: readonly number[]): void {
    for (const parent of [...parents, ...(this.#children[commit] === 0 ? [commit] : [])]) {
      const left = Math.max(0, (this.#children[parent] as number) - 1);
      this.#children[parent] = left;
      if (left > 0) continue;
      const state = this.#states.get(parent);
      if (state) this.#settle(state);
      this.#states.delete(parent);
      this.#reached.delete(parent);
    }
  }

  /** Tells the secrets of a state which commits had it last. */
  #settle({ counts, last }: State): void {
    for (const secret of counts.keys()) {
      const trace = this.#traces[secret] as Trace;
      for (const [rank, commit] of last.entries()) {
        if (commit === undefined) continue;
        const known = trace.last[rank];
        if (known === undefined || this.#isAfter(commit, known)) trace.last[rank] = commit;
      }
    }
  }

  #positions: Int32Array | undefined;
  #isAfter(one: number, other: number): boolean {
    if (!this.#positions) {
      this.#positions = new Int32Array(this.#request.graph.count);
      for (const [position, commit] of this.#request.order.entries()) this.#positions[commit] = position;
    }
    return (this.#positions[one] as number) > (this.#positions[other] as number);
  }
}

function addTo(counts: Map<number, number>, secret: number, count: number): void {
  const sum = (counts.get(secret) ?? 0) + count;
  if (sum > 0) counts.set(secret, sum);
  else counts.delete(secret);
}

const isPart = (part: ReadonlySet<number>, whole: ReadonlySet<number>): boolean => {
  if (part.size > whole.size) return false;
  for (const each of part) if (!whole.has(each)) return false;
  return true;
};
