import { execFileSync } from 'node:child_process';

/*
 * The obvious way to say what a history knows of a key: every tree of every commit is listed and read whole, and every
 * question is answered by looking at all of them. It shares no code with what it is compared with.
 */

/** What is told of one key. Commits by their ids, paths sorted. */
export interface Told {
  readonly held: 'reachable' | 'merge' | 'dangling';
  readonly first: string;
  readonly last: string;
  readonly removed: string | undefined;
  readonly inHead: boolean;
  readonly pushed: boolean;
  readonly refs: readonly string[];
  readonly paths: readonly string[];
}

interface Commit {
  readonly id: string;
  readonly parents: readonly string[];
  readonly time: number;
  /** How often each path holds each key. */
  readonly counts: ReadonlyMap<string, ReadonlyMap<string, number>>;
}

export class Reference {
  readonly #folder: string;
  readonly #keys: RegExp;
  readonly #commits = new Map<string, Commit>();
  readonly #order: readonly Commit[];

  /** @param keys finds the keys of a text */
  constructor(folder: string, keys: RegExp) {
    this.#folder = folder;
    this.#keys = keys;
    const listed = this.#git('cat-file', '--batch-all-objects', '--batch-check');
    for (const line of listed) {
      const [id = '', type] = line.split(' ');
      if (type === 'commit') this.#commits.set(id, this.#read(id));
    }
    this.#order = this.#sorted();
  }

  /** Every key of the history. @param all commits that nothing reaches count too */
  all(all: boolean): Map<string, Told> {
    const refs = this.#refs();
    const heads = [...refs.values()];
    const reached = this.#ancestors(heads);
    const told = new Map<string, Told>();
    const looked = this.#order.filter(({ id }) => all || reached.has(id));
    for (const key of new Set(looked.flatMap((commit) => [...keysOf(commit)]))) {
      const isHeld = looked.some((commit) => reached.has(commit.id) && has(commit, key));
      const commits = looked.filter(({ id }) => reached.has(id) === isHeld);
      told.set(key, this.#tell(key, commits, looked, isHeld, refs));
    }
    return told;
  }

  /** Keys that commits of a range add. */
  added(range: readonly string[]): string[] {
    const asked = new Set(this.#git('rev-list', ...range));
    const found = new Set<string>();
    for (const commit of this.#order.filter(({ id }) => asked.has(id)))
      for (const key of keysOf(commit)) if (this.#adds(commit, key)) found.add(key);
    return [...found].sort();
  }

  /** Whether git knows a commit by that name. */
  hasRevision(name: string): boolean {
    try {
      return this.#git('rev-parse', '--verify', '--quiet', name).length === 1;
    } catch {
      return false;
    }
  }

  #adds(commit: Commit, key: string): boolean {
    const parents = this.#parents(commit);
    const count = ({ counts }: Commit, path: string): number => counts.get(path)?.get(key) ?? 0;
    const paths = new Set([commit, ...parents].flatMap(({ counts }) => [...counts.keys()]));
    let more = 0;
    let moved = 0;
    for (const path of paths) {
      const before = parents.length === 0 ? [0] : parents.map((parent) => count(parent, path));
      more += Math.max(0, count(commit, path) - Math.max(...before));
      moved += Math.max(0, Math.min(...before) - count(commit, path));
    }
    return more > moved;
  }

  #tell(
    key: string,
    commits: readonly Commit[],
    looked: readonly Commit[],
    isHeld: boolean,
    refs: Map<string, string>,
  ): Told {
    const having = commits.filter((commit) => has(commit, key));
    const adding = having.filter((commit) => !this.#parents(commit).some((parent) => has(parent, key)));
    const head = this.#commits.get(refs.get('HEAD') ?? '');
    const inHead = head !== undefined && has(head, key);
    const beforeHead = this.#ancestors(head ? [head.id] : []);
    const removing = looked.filter((commit) => {
      const parents = this.#parents(commit);
      return (
        beforeHead.has(commit.id) &&
        !has(commit, key) &&
        parents.length > 0 &&
        parents.every((parent) => has(parent, key))
      );
    });
    const holding = [...refs].filter(([, tip]) => {
      const ancestors = this.#ancestors([tip]);
      return looked.some((commit) => ancestors.has(commit.id) && has(commit, key));
    });
    const names = holding.map(([name]) => name).filter((name) => name !== 'HEAD');
    const onlyMerges = adding.every(({ parents }) => parents.length > 1);
    return {
      held: !isHeld ? 'dangling' : onlyMerges ? 'merge' : 'reachable',
      first: adding[0]?.id ?? '',
      last: having.at(-1)?.id ?? '',
      removed: inHead || !isHeld ? undefined : removing.at(-1)?.id,
      inHead,
      pushed: names.some((name) => name.startsWith('refs/remotes/')),
      refs: names.map((name) => name.replace(/^refs\/(?:heads|tags|remotes)\//, '')).sort(),
      paths: [
        ...new Set(
          looked.flatMap(({ counts }) => [...counts].flatMap(([path, keys]) => (keys.has(key) ? [path] : []))),
        ),
      ].sort(),
    };
  }

  /** Parents first, of those that are ready the oldest, of equally old ones the smallest id. */
  #sorted(): Commit[] {
    const order: Commit[] = [];
    const waiting = new Set(this.#commits.values());
    while (waiting.size > 0) {
      const ready = [...waiting].filter((commit) => this.#parents(commit).every((parent) => !waiting.has(parent)));
      const [next] = ready.sort((a, b) => a.time - b.time || (a.id < b.id ? -1 : 1));
      if (!next) throw new Error('a commit is its own ancestor');
      waiting.delete(next);
      order.push(next);
    }
    return order;
  }

  #parents({ parents }: Commit): Commit[] {
    return parents.map((id) => this.#commits.get(id) as Commit);
  }

  #ancestors(ids: readonly string[]): Set<string> {
    const found = new Set<string>();
    const waiting = [...ids];
    for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
      if (found.has(id)) continue;
      found.add(id);
      waiting.push(...(this.#commits.get(id)?.parents ?? []));
    }
    return found;
  }

  #refs(): Map<string, string> {
    const lines = this.#git('for-each-ref', '--format=%(refname) %(objectname)');
    const refs = new Map(lines.map((line) => line.split(' ') as [string, string]));
    const [head] = this.#git('rev-parse', 'HEAD');
    return refs.set('HEAD', head ?? '');
  }

  #read(id: string): Commit {
    const [times = ''] = this.#git('log', '-1', '--format=%ct %P', id);
    const [time, ...parents] = times.split(' ').filter((word) => word !== '');
    const counts = new Map<string, Map<string, number>>();
    for (const line of this.#git('ls-tree', '-r', id)) {
      const [, blob = '', path = ''] = /^\d+ blob ([0-9a-f]+)\t(.*)$/.exec(line) ?? [];
      for (const [key] of this.#content(blob).matchAll(this.#keys)) {
        const keys = counts.get(path) ?? new Map<string, number>();
        counts.set(path, keys.set(key, (keys.get(key) ?? 0) + 1));
      }
    }
    return { id, parents, time: Number(time), counts };
  }

  readonly #contents = new Map<string, string>();
  #content(blob: string): string {
    const known = this.#contents.get(blob) ?? this.#git('cat-file', 'blob', blob).join('\n');
    this.#contents.set(blob, known);
    return known;
  }

  #git(...args: string[]): string[] {
    const printed = execFileSync('git', args, { cwd: this.#folder, encoding: 'utf8' });
    return printed.split('\n').filter((line) => line !== '');
  }
}

const has = ({ counts }: Commit, key: string): boolean => [...counts.values()].some((keys) => keys.has(key));
const keysOf = ({ counts }: Commit): Set<string> => new Set([...counts.values()].flatMap((keys) => [...keys.keys()]));
