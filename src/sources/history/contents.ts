import { join } from 'node:path';
import { absent } from '../../history/changes.ts';
import { notYetKnown } from '../../history/facts.ts';
import { objectKinds } from '../../history/object-table.ts';
import type { Secret } from '../../history/secrets.ts';
import type { Item, Provenance, Skip } from '../../model/index.ts';
import { printable } from '../names.ts';
import type { Archive } from './archive.ts';
import type { Indexed } from './checked-out.ts';
import type { PathChoice } from './choose-paths.ts';

/** What HEAD and the index name. */
export interface CheckedOut {
  readonly head: ReadonlySet<number>;
  readonly index: ReadonlyMap<string, Indexed>;
}

/** The contents of an archive as items to be inspected: each once, with all its paths. */
export class Contents {
  readonly #archive: Archive;
  readonly #choice: PathChoice;
  readonly #out: CheckedOut;
  /** By content: where its last commit stands in the order, above all others where HEAD has it. */
  readonly #ranks: Int32Array;
  /** Paths left out, and why. */
  readonly #leftOut = new Map<string, string>();
  /** Paths by number: whether they are looked at. */
  readonly #chosen = new Map<number, boolean>();
  /** Contents and paths that were given already, where only some commits are asked for. */
  readonly #given = new Set<number>();
  /** Contents that are reported although no commit may have them: named by a ref, or by nothing. */
  readonly #loose = new Set<number>();

  constructor(archive: Archive, choice: PathChoice, out: CheckedOut) {
    this.#archive = archive;
    this.#choice = choice;
    this.#out = out;
    this.#ranks = new Int32Array(archive.table.count);
    for (const [position, commit] of archive.order.entries())
      for (const { after } of archive.changes.of(commit)) if (after !== absent) this.#ranks[after] = position + 1;
    for (const content of out.head) this.#ranks[content] = archive.order.length + 1;
    const { named, changes } = archive;
    for (const { commit, names } of named.trees)
      for (const { after } of changes.of(commit)) {
        if (after === absent) continue;
        for (const name of names) named.nameContent(after, name);
        this.#loose.add(after);
      }
    for (const content of named.contents) this.#loose.add(content);
  }

  /** Orders the contents of one place: the highest speaks for it. */
  rank(content: number): number {
    return this.#ranks[content] ?? 0;
  }

  /** True for what is reported although no commit has it. */
  isLoose(content: number): boolean {
    return this.#loose.has(content);
  }

  /** False for messages of commits and tags that the mode does not look at: those of all are read on the way. */
  isShown(content: number): boolean {
    const { table, graph, everything } = this.#archive;
    if (content === absent || everything || table.kind(content) === objectKinds.blob) return true;
    const commit = graph.numberOf(content);
    return commit === absent ? this.isLoose(content) : graph.heldBy(commit) !== 0;
  }

  /** What the commits asked for bring in. */
  *asked(): Generator<Item> {
    const { asked, everything } = this.#archive;
    if (asked) {
      yield* this.#ofAskedCommits();
      return;
    }
    yield* this.#ofStore((content) => this.#archive.changes.pathsOf(content));
    if (everything) yield* this.#unattached();
    else
      for (const content of this.#archive.named.contents)
        if (this.#archive.changes.pathsOf(content).length === 0) yield* this.#withoutPath(content);
  }

  /** Everything else that commits have, once something was found in those asked for. */
  *rest(): Generator<Item> {
    const { changes } = this.#archive;
    yield* this.#ofStore((content) =>
      changes.pathsOf(content).filter((path) => !this.#given.has(this.#pair(content, path))),
    );
  }

  /** Paths that were not looked at, by choice. */
  *leftOut(): Generator<Skip> {
    for (const [path, detail] of this.#leftOut) yield { kind: 'skip', path, reason: 'ignored', detail };
  }

  /** True where the index has one of the contents that hold the secret, at whatever path. */
  isIndexed({ places }: Secret): boolean {
    this.#indexed ??= new Set([...this.#out.index.values()].map(({ content }) => content));
    const indexed = this.#indexed;
    return [...places.values()].some(({ contents }) => [...contents.keys()].some((content) => indexed.has(content)));
  }
  #indexed: Set<number> | undefined;

  /**
   * What the work tree and the index have at the paths of secrets, and at paths that no commit has: a secret may have been
   * moved there.
   * @param top of the work tree, where there is one
   * @param untracked names of files that git neither tracks nor ignores
   */
  *checkedOut(secrets: readonly Secret[], top: string | undefined, untracked: readonly string[]): Generator<Item> {
    const { changes, everything } = this.#archive;
    const isKnown = (path: string): boolean => changes.findPath(path) !== undefined;
    const paths = new Set(secrets.flatMap(({ places }) => [...places.keys()]).filter(isKnown));
    const onDisk = new Map([...paths].map((path) => [path, path]));
    for (const [path, { content, name }] of this.#out.index) {
      if (paths.has(path) || !isKnown(path)) onDisk.set(path, name);
      const isNew = content !== absent && this.rank(content) === 0 && !everything;
      if (isNew) yield this.#item(content, [{ path, provenance: { kind: 'staged', path } }], 'staged');
    }
    if (top === undefined) return;
    for (const name of untracked) onDisk.set(printable(name), name);
    for (const [path, name] of onDisk) {
      if (leavesTop(name) || !this.#choice.isWithin(path) || this.#choice.leftOut(path) !== undefined) continue;
      const place = { kind: 'disk', file: join(top, name) } as const;
      yield { kind: 'item', place, path, provenance: { kind: 'file', path }, git: 'tracked' };
    }
  }

  *#ofStore(pathsOf: (content: number) => readonly number[]): Generator<Item> {
    const { table } = this.#archive;
    for (let content = 0; content < table.count; content++) {
      if (table.kind(content) !== objectKinds.blob) continue;
      const paths = pathsOf(content).filter((path) => this.#isChosen(path));
      if (paths.length > 0)
        yield this.#item(
          content,
          paths.map((path) => this.#at(content, path)),
          'tracked',
        );
    }
  }

  *#ofAskedCommits(): Generator<Item> {
    const archive = this.#archive;
    for (const commit of archive.order) {
      if (!archive.isAsked(commit)) continue;
      for (const { path, after } of archive.changes.of(commit)) {
        if (after === absent || this.#given.has(this.#pair(after, path))) continue;
        this.#given.add(this.#pair(after, path));
        if (this.#isChosen(path)) yield this.#item(after, [this.#at(after, path)], 'tracked');
      }
    }
  }

  /** What no commit has: what is staged, by its path in the index; the rest by its id alone. */
  *#unattached(): Generator<Item> {
    const { table, changes } = this.#archive;
    const staged = new Set<number>();
    for (const [path, { content }] of this.#out.index) {
      if (content === -1 || changes.pathsOf(content).length > 0 || !this.#isChosen(changes.path(path))) continue;
      staged.add(content);
      yield this.#item(content, [{ path, provenance: { kind: 'staged', path } }], 'staged');
    }
    for (let content = 0; content < table.count; content++) {
      if (table.kind(content) === objectKinds.tag) this.#loose.add(content);
      if (table.kind(content) !== objectKinds.blob || staged.has(content) || changes.pathsOf(content).length > 0)
        continue;
      yield* this.#withoutPath(content);
    }
  }

  *#withoutPath(content: number): Generator<Item> {
    if (this.#archive.table.kind(content) !== objectKinds.blob || !this.#choice.isWhole) return;
    this.#loose.add(content);
    const id = this.#archive.table.id(content);
    const path = `blob:${id}`;
    yield this.#item(
      content,
      [{ path, provenance: { kind: 'commit', path, object: id, history: notYetKnown('reachable') } }],
      'none',
    );
  }

  #at(content: number, path: number): { path: string; provenance: Provenance } {
    const name = this.#archive.changes.name(path);
    const history = notYetKnown(name.startsWith('note:') ? 'note' : 'reachable');
    return { path: name, provenance: { kind: 'commit', path: name, object: this.#archive.table.id(content), history } };
  }

  #item(
    content: number,
    [first, ...others]: readonly { path: string; provenance: Provenance }[],
    git: Item['git'],
  ): Item {
    const { table, call } = this.#archive;
    const { gitDir } = call.repository;
    return {
      kind: 'item',
      place: { kind: 'object', gitDir, id: table.id(content), size: table.size(content) },
      ...(first as { path: string; provenance: Provenance }),
      git,
      ...(others.length > 0 ? { alsoAt: others } : {}),
    };
  }

  #isChosen(path: number): boolean {
    const known = this.#chosen.get(path);
    if (known !== undefined) return known;
    const name = this.#archive.changes.name(path);
    const isWithin = this.#choice.isWithin(name);
    const detail = isWithin ? this.#choice.leftOut(name) : undefined;
    if (detail !== undefined) this.#leftOut.set(name, detail);
    const chosen = isWithin && detail === undefined;
    this.#chosen.set(path, chosen);
    return chosen;
  }

  #pair(content: number, path: number): number {
    return path * this.#archive.table.count + content;
  }
}

/** A tree may name anything; git itself would check none of these out. */
const leavesTop = (name: string): boolean => name.startsWith('/') || name.split('/').includes('..');
