import { devNull } from 'node:os';
import { absent, Changes } from '../../history/changes.ts';
import { CommitGraph, holds } from '../../history/commit-graph.ts';
import { parseCommit, parseTag, wordsOf } from '../../history/commit-object.ts';
import { type ObjectTable, objectKinds } from '../../history/object-table.ts';
import { askGit, type GitCall } from '../git.ts';
import { printable } from '../names.ts';
import { Gaps, isPartial, shallowCommits } from './gaps.ts';
import { kindsOf } from './kinds-of.ts';
import { listObjects } from './list-objects.ts';
import { looseTrees } from './loose-trees.ts';
import { NamedObjects } from './named-objects.ts';
import { type ChangeSink, type Compared, readChanges } from './read-changes.ts';
import { isPart, type Selected, selectCommits } from './select-commits.ts';
import { listTips, type Tips } from './tips.ts';
import { wholeObjects } from './whole-objects.ts';

/** A message that was read on the way. */
export interface Message {
  readonly kind: 'commit' | 'tag';
  readonly object: number;
  /** The tag's name. */
  readonly name?: string;
  /** The message, and after it what people wrote into the header. */
  readonly text: Uint8Array;
}

/**
 * All that a repository's store says of its history, without any content: objects, commits and their parents, what each
 * changes, and what holds them. Built once, in this order: `open`, `messages` to its end, `compare`.
 */
export class Archive {
  readonly call: GitCall;
  readonly selected: Selected;
  readonly tips: Tips;
  readonly table: ObjectTable;
  readonly graph: CommitGraph;
  readonly gaps: Gaps;
  /** The ids of the commits asked for, where only some are. */
  readonly asked: ReadonlySet<string> | undefined;
  readonly #shallow: ReadonlySet<string>;
  /** Objects that tags point at. */
  readonly #targets = new Map<number, string>();
  /** Trees of commits whose first parent is missing: compared with nothing. */
  readonly #orphans = new Map<number, string>();
  /** What refs name that is no commit. Known after `compare`. */
  readonly named: NamedObjects;
  readonly changes: Changes;
  /** Commits that are looked at, parents before children. */
  order: Int32Array = new Int32Array(0);

  private constructor(
    call: GitCall,
    selected: Selected,
    tips: Tips,
    table: ObjectTable,
    gaps: Gaps,
    asked?: ReadonlySet<string>,
  ) {
    this.call = call;
    this.selected = selected;
    this.tips = tips;
    this.table = table;
    this.gaps = gaps;
    this.asked = asked;
    this.graph = new CommitGraph(table, ofKind(table, objectKinds.commit));
    this.changes = new Changes(this.graph.count, table.count);
    this.named = new NamedObjects(this.graph.count);
    this.#shallow = shallowCommits(call.repository.commonDir);
  }

  /** @throws SourceError where git fails, or knows no such commits */
  static async open(call: GitCall, selected: Selected): Promise<Archive> {
    const asked = isPart(selected) ? await selectCommits(selected, call) : undefined;
    const gaps = new Gaps(await isPartial(call));
    const { table, broken, complaint } = await listObjects(call);
    if (complaint) gaps.failed(complaint);
    for (const id of broken) gaps.broken(`object:${id}`);
    const tips = await listTips(call, selected.range === 'all');
    if (tips.complaint) gaps.failed(tips.complaint);
    return new Archive(call, selected, tips, table, gaps, asked);
  }

  get everything(): boolean {
    return this.selected.range === 'all';
  }

  isAsked(commit: number): boolean {
    return this.asked === undefined || this.asked.has(this.graph.id(commit));
  }

  /** Reads all commits and tags; gives the messages of those asked for. */
  async *messages(): AsyncGenerator<Message> {
    const { table, graph, gaps } = this;
    const id = (index: number): string => table.id(index);
    for await (const { index, content } of wholeObjects([...ofKind(table, objectKinds.commit)], id, this.call)) {
      if (!content) {
        gaps.broken(`commit:${id(index)}`);
        continue;
      }
      const commit = graph.numberOf(index);
      const { parents, time, tree } = parseCommit(content);
      const isShallow = this.#shallow.has(id(index));
      const missing = graph.set(commit, isShallow ? [] : parents, time);
      if (missing > 0) gaps.notCompared(id(index));
      if (missing > 0 && graph.find(parents[0] ?? '') === absent) this.#orphans.set(commit, tree);
      if (this.isAsked(commit)) yield { kind: 'commit', object: index, text: wordsOf(content) };
    }
    for await (const { index, content } of wholeObjects([...ofKind(table, objectKinds.tag)], id, this.call)) {
      if (!content) {
        gaps.broken(`tag:${id(index)}`);
        continue;
      }
      const { target, name } = parseTag(content);
      this.#targets.set(index, target);
      if (this.asked === undefined) {
        yield { kind: 'tag', object: index, name: printable(name), text: wordsOf(content) };
      }
    }
  }

  /** Finds out what holds every commit, and what every commit changes that the mode looks at. */
  async compare(): Promise<void> {
    this.#hold();
    const { graph, table, gaps } = this;
    this.order = graph.order((commit) => this.everything || graph.heldBy(commit) !== 0);
    const trees = await this.#namedTrees();
    const needsEmpty = this.#orphans.size > 0 || trees.length > 0 || this.everything;
    const emptyTree = needsEmpty ? await askGit(['hash-object', '-t', 'tree', devNull], this.call) : '';
    const compared = Array.from(this.order, (commit): Compared => ({ commit, line: this.#lineOf(commit, emptyTree) }));
    const cut = [...this.#shallow].map((id) => graph.find(id)).filter((commit) => commit !== absent);
    if (cut.some((commit) => this.isAsked(commit))) gaps.cutOff(cut.length);
    const sink: ChangeSink = {
      changes: this.changes,
      table,
      pathOf: (commit, name) => this.#pathOf(commit, name),
      missing: (path, id) => gaps.missing(path, id),
      failed: (commit) => {
        const tree = this.named.treeOf(commit);
        if (tree === undefined) gaps.notCompared(graph.id(commit));
        else gaps.broken(`tree:${tree}`);
      },
    };
    const whole = (tree: string): Compared => ({ commit: this.named.add(tree), line: `${emptyTree} ${tree}` });
    await readChanges([...compared, ...trees.map(whole)], sink, this.call);
    if (!this.everything) return;
    const isLost = (content: number): boolean => this.changes.pathsOf(content).length === 0;
    await readChanges((await looseTrees(table, isLost, this.call)).map(whole), sink, this.call);
  }

  /** The commit that a ref, or a tag it names, points at in the end; -1 where it is none. */
  commitAt(id: string): number {
    return this.graph.numberOf(this.table.find(this.#peeled(id)));
  }

  /** What a ref points at in the end, through all tags. */
  #peeled(id: string, met: (tag: number) => void = () => {}): string {
    let at = id;
    for (let depth = 0; depth < 64; depth++) {
      const object = this.table.find(at);
      const target = this.#targets.get(object);
      if (target === undefined) break;
      met(object);
      at = target;
    }
    return at;
  }

  /** Looks at what refs name besides commits. @returns ids of trees */
  async #namedTrees(): Promise<readonly string[]> {
    const others = new Map<string, string[]>();
    const { refs, head, otherHeads, stashes, notes } = this.tips;
    const heads = [...(head ? [head] : []), ...otherHeads, ...stashes];
    for (const { id, name, full } of [...refs, ...notes, ...heads.map((id) => ({ id, name: '', full: 'HEAD' }))]) {
      const end = this.#peeled(id, (tag) => this.named.nameContent(tag, name));
      const object = this.table.find(end);
      if (this.graph.numberOf(object) !== absent) continue;
      // Where git lets nothing but commits be, something else is damage.
      if (/^(?:HEAD|refs\/(?:heads|remotes)\/.*)$/.test(full)) this.gaps.missing(`object:${end}`, end);
      if (object === absent) others.set(end, [...(others.get(end) ?? []), name]);
      else if (this.table.kind(object) === objectKinds.blob) this.named.nameContent(object, name);
    }
    if (this.asked !== undefined) return [];
    const kinds = await kindsOf([...others.keys()], this.call);
    for (const [id, kind] of kinds) if (kind !== 'tree') this.gaps.missing(`object:${id}`, id);
    const trees = [...others].filter(([id]) => kinds.get(id) === 'tree');
    for (const [id, names] of trees) this.named.nameTree(id, names);
    return trees.map(([id]) => id);
  }

  #hold(): void {
    const { graph, tips } = this;
    const at = (ids: readonly string[]): number[] => ids.map((id) => this.commitAt(id));
    graph.hold(
      at([...tips.refs.map(({ id }) => id), ...(tips.head ? [tips.head] : []), ...tips.otherHeads]),
      holds.ref,
    );
    graph.hold(at(tips.stashes), holds.stash);
    graph.hold(at(tips.notes.map(({ id }) => id)), holds.note);
    // Commits that are asked for by their ids are looked at although nothing else names them.
    graph.hold(at([...tips.reflogs, ...(this.asked ?? [])]), holds.reflog);
    graph.hold(at(tips.refs.filter(({ full }) => full.startsWith('refs/remotes/')).map(({ id }) => id)), holds.remote);
    graph.hold(at(tips.head ? [tips.head] : []), holds.head);
  }

  #lineOf(commit: number, emptyTree: string): string {
    const id = this.graph.id(commit);
    const orphan = this.#orphans.get(commit);
    if (orphan !== undefined) return `${emptyTree} ${orphan}`;
    const [parent] = this.graph.parents(commit);
    return parent === undefined ? id : `${id} ${this.graph.id(parent)}`;
  }

  /** Notes stand at the id of what they are about, cut into folders where there are many. */
  #pathOf(commit: number, name: string): string {
    const isOfNotes = (this.graph.heldBy(commit) & (holds.ref | holds.stash | holds.note)) === holds.note;
    return isOfNotes && /^[0-9a-f/]{40,}$/.test(name) ? `note:${name.replaceAll('/', '')}` : printable(name);
  }
}

function* ofKind(table: ObjectTable, kind: number): Generator<number> {
  for (let index = 0; index < table.count; index++) if (table.kind(index) === kind) yield index;
}
