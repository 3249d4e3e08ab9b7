import { execFileSync } from 'node:child_process';

/*
 * The obvious way to say what a history knows of a key: every tree of every commit is listed and read whole, and every
 * question is answered by looking at all of them. It shares no code with what it is compared with.
 */

/** What is told of one key. Commits by their ids, paths sorted. */
export interface Told {
  readonly held: 'reachable' | 'merge' | 'stash' | 'note' | 'dangling' | 'message' | 'tag';
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
  /** Keys of the message. */
  readonly said: ReadonlySet<string>;
}

interface Tag {
  readonly id: string;
  readonly said: ReadonlySet<string>;
}

/** Ways in which a commit is held, the first that applies counts. */
const ways = ['ref', 'stash', 'note', 'dangling'] as const;

export class Reference {
  readonly #folder: string;
  readonly #keys: RegExp;
  readonly #commits = new Map<string, Commit>();
  readonly #tags: Tag[] = [];
  readonly #order: readonly Commit[];
  /** Full names, and what they name; HEAD too. */
  readonly #refs: ReadonlyMap<string, string>;
  readonly #ways = new Map<string, number>();

  /** @param keys finds the keys of a text */
  constructor(folder: string, keys: RegExp) {
    this.#folder = folder;
    this.#keys = keys;
    const listed = this.#git('cat-file', '--batch-all-objects', '--batch-check');
    for (const line of listed) {
      const [id = '', type] = line.split(' ');
      if (type === 'commit') this.#commits.set(id, this.#read(id));
      if (type === 'tag') this.#tags.push({ id, said: this.#keysIn(this.#git('cat-file', 'tag', id).join('\n')) });
    }
    this.#order = this.#sorted();
    this.#refs = this.#readRefs();
    const tips = (pick: (name: string) => boolean): string[] =>
      [...this.#refs].flatMap(([name, id]) => (pick(name) ? [this.#commitAt(id)] : []));
    const isStash = (name: string): boolean => name === 'refs/stash';
    const isNote = (name: string): boolean => name.startsWith('refs/notes/');
    const reached = [tips((name) => !isStash(name) && !isNote(name)), tips(isStash), tips(isNote)].map((each) =>
      this.#ancestors(each),
    );
    for (const id of this.#commits.keys()) {
      const way = reached.findIndex((set) => set.has(id));
      this.#ways.set(id, way === -1 ? ways.length - 1 : way);
    }
  }

  /** Every key of the history. @param all what nothing reaches counts too */
  all(all: boolean): Map<string, Told> {
    const told = new Map<string, Told>();
    const looked = this.#order.filter((commit) => all || this.#wayOf(commit) < ways.length - 1);
    const named = new Set(this.#refs.values());
    const tags = this.#tags.filter(({ id }) => all || named.has(id));
    const keys = [
      ...looked.flatMap((commit) => [...keysOf(commit), ...commit.said]),
      ...tags.flatMap(({ said }) => [...said]),
    ];
    for (const key of new Set(keys)) told.set(key, this.#tell(key, looked, tags));
    return told;
  }

  /** Keys that commits of a range add. */
  added(range: readonly string[]): string[] {
    const asked = new Set(this.#git('rev-list', ...range));
    const found = new Set<string>();
    for (const commit of this.#order.filter(({ id }) => asked.has(id))) {
      for (const key of keysOf(commit)) if (this.#adds(commit, key)) found.add(key);
      for (const key of commit.said) found.add(key);
    }
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

  #tell(key: string, looked: readonly Commit[], tags: readonly Tag[]): Told {
    const speaking = looked.filter(({ said }) => said.has(key));
    const having = looked.filter((commit) => has(commit, key));
    const tagged = tags.filter(({ said }) => said.has(key)).map(({ id }) => id);
    const way = Math.min(...[...speaking, ...having].map((commit) => this.#wayOf(commit)));
    const ofWay = (commits: readonly Commit[]): Commit[] => commits.filter((commit) => this.#wayOf(commit) === way);
    const adding = ofWay(having).filter((commit) => !this.#parents(commit).some((parent) => has(parent, key)));
    const head = this.#commits.get(this.#refs.get('HEAD') ?? '');
    const inHead = head !== undefined && has(head, key);
    const refs = [...this.#refs].filter(([name]) => !/^(?:HEAD|refs\/stash)$/.test(name));
    const names = refs.flatMap(([name, id]) => {
      const ancestors = this.#ancestors([this.#commitAt(id)]);
      const isHolding = [...speaking, ...having].some((commit) => ancestors.has(commit.id));
      return isHolding || tagged.includes(id) ? [name] : [];
    });
    const remote = this.#ancestors(refs.flatMap(([name, id]) => (name.startsWith('refs/remotes/') ? [id] : [])));
    const paths = [
      ...looked.flatMap((commit) => [...commit.counts].flatMap(([path, keys]) => (keys.has(key) ? [path] : []))),
      ...speaking.map(({ id }) => `commit:${id}`),
      ...tagged.map((id) => `tag:${id}`),
    ];
    const [first, last] =
      adding.length > 0 ? [adding[0], ofWay(having).at(-1)] : [ofWay(speaking)[0], ofWay(speaking).at(-1)];
    const isTag = having.length === 0 && speaking.length === 0;
    return {
      held: isTag ? 'tag' : this.#held(way, adding),
      first: first?.id ?? '',
      last: last?.id ?? '',
      removed: inHead || way !== 0 ? undefined : this.#removing(key, looked, head).at(-1)?.id,
      inHead,
      pushed: [...speaking, ...having].some(({ id }) => remote.has(id)),
      refs: isTag ? [] : names.map((name) => name.replace(/^refs\/(?:heads|tags|remotes)\//, '')).sort(),
      paths: [...new Set(paths)].sort(),
    };
  }

  #held(way: number, adding: readonly Commit[]): Told['held'] {
    const held = ways[way];
    if (held !== 'ref') return held ?? 'dangling';
    if (adding.length === 0) return 'message';
    return adding.every(({ parents }) => parents.length > 1) ? 'merge' : 'reachable';
  }

  /** Commits on the way to HEAD that took the key away: every parent had it. */
  #removing(key: string, looked: readonly Commit[], head: Commit | undefined): Commit[] {
    const beforeHead = this.#ancestors(head ? [head.id] : []);
    return looked.filter((commit) => {
      const parents = this.#parents(commit);
      const isGone = !has(commit, key) && parents.length > 0 && parents.every((parent) => has(parent, key));
      return isGone && beforeHead.has(commit.id);
    });
  }

  #wayOf({ id }: Commit): number {
    return this.#ways.get(id) ?? ways.length - 1;
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

  #readRefs(): Map<string, string> {
    const lines = this.#git('for-each-ref', '--format=%(refname) %(objectname)');
    const refs = new Map(lines.map((line) => line.split(' ') as [string, string]));
    const [head] = this.#git('rev-parse', 'HEAD');
    return refs.set('HEAD', head ?? '');
  }

  readonly #peeled = new Map<string, string>();
  #commitAt(id: string): string {
    const known = this.#peeled.get(id) ?? (this.#commits.has(id) ? id : (this.#git('rev-parse', `${id}^{}`)[0] ?? ''));
    this.#peeled.set(id, known);
    return known;
  }

  #read(id: string): Commit {
    const [times = '', ...message] = this.#git('log', '-1', '--format=%ct %P%n%B', id);
    const [time, ...parents] = times.split(' ').filter((word) => word !== '');
    const counts = new Map<string, Map<string, number>>();
    for (const line of this.#git('ls-tree', '-r', id)) {
      const [, blob = '', name = ''] = /^\d+ blob ([0-9a-f]+)\t(.*)$/.exec(line) ?? [];
      const path = /^[0-9a-f/]{40,}$/.test(name) ? `note:${name.replaceAll('/', '')}` : name;
      for (const [key] of this.#content(blob).matchAll(this.#keys)) {
        const keys = counts.get(path) ?? new Map<string, number>();
        counts.set(path, keys.set(key, (keys.get(key) ?? 0) + 1));
      }
    }
    return { id, parents, time: Number(time), counts, said: this.#keysIn(message.join('\n')) };
  }

  #keysIn(text: string): Set<string> {
    return new Set([...text.matchAll(this.#keys)].map(([key]) => key));
  }

  readonly #contents = new Map<string, string>();
  #content(blob: string): string {
    if (blob === '') return '';
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
