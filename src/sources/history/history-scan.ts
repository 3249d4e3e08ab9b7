import { join } from 'node:path';
import { notYetKnown } from '../../history/facts.ts';
import { keyOf, Secrets } from '../../history/secrets.ts';
import type { Finding, Item, Provenance, Skip, Source } from '../../model/index.ts';
import type { GitCall } from '../git.ts';
import type { Repository } from '../repository.ts';
import { readSmallFile } from '../small-file.ts';
import { SourceError } from '../source-error.ts';
import { Archive, type Message } from './archive.ts';
import { headContents, indexContents, untrackedNames } from './checked-out.ts';
import { choosePaths, type PathChoice } from './choose-paths.ts';
import { Contents } from './contents.ts';
import type { HistoryOptions } from './options.ts';
import { pickRepository } from './pick-repository.ts';
import { type Found, tellSecrets } from './tell-secrets.ts';

/**
 * A scan of a history, in three steps that whoever runs it takes in turn:
 *
 * 1. `next()` gives sources to be inspected, one after the other, until there is none. First every content that the
 *    commits asked for bring in, each once, with all its paths. Where only some commits are asked for and something was
 *    found in them, then the rest too: only the whole history tells whether they added it. Then what the index and the
 *    work tree have at the paths where something was found.
 * 2. `keep()` is handed what inspection finds, and gives back what is no matter of history.
 * 3. `findings()` tells of every secret once, with what git knows of it.
 *
 * git is asked for the list of objects, for commits and tags, for what every commit changes, and for contents: four
 * streams. Nothing is written or checked out; memory grows by some 50 bytes an object and 20 a changed path.
 */
export class HistoryScan {
  readonly name = 'history';
  readonly repository: Repository;
  readonly #options: HistoryOptions;
  readonly #choice: PathChoice;
  readonly #secrets = new Secrets();
  readonly #staged: Finding[] = [];
  readonly #now: Finding[] = [];
  /** Places of what stands for itself. */
  readonly #others = new Set<string>();
  #archive: Archive | undefined;
  #contents: Contents | undefined;
  #step: 'asked' | 'rest' | 'now' | 'done' = 'asked';

  /** @throws SourceError outside a repository */
  constructor(options: HistoryOptions) {
    this.#options = options;
    const { repository, limits } = pickRepository(options.roots, options.cwd);
    this.repository = repository;
    this.#choice = choosePaths(repository, limits, options);
  }

  /** What is to be inspected next; nothing when all was. */
  next(): Source | undefined {
    switch (this.#step) {
      case 'asked':
        this.#step = 'rest';
        return this.#source((signal) => this.#asked(signal));
      case 'rest':
        this.#step = 'now';
        // What is held back anyway is not worth reading a whole history for.
        if (this.#archive?.asked === undefined || !this.#secrets.anyOpen) return this.next();
        return this.#source(() => this.#rest());
      case 'now':
        this.#step = 'done';
        if (this.#secrets.all.length === 0) return undefined;
        return this.#source(() => this.#checkedOut());
      case 'done':
        return undefined;
    }
  }

  /** True while contents are inspected only to say where a secret stands now: they count for nothing else. */
  get onlyForFacts(): boolean {
    return this.#step === 'done';
  }

  /** Takes what was found; gives back what stands for itself. */
  keep({ findings, suppressed }: Found): Found {
    const mine = (finding: Finding): boolean => !this.#take(finding);
    return { findings: findings.filter(mine), suppressed: suppressed.filter(mine) };
  }

  #take(finding: Finding): boolean {
    const { provenance } = finding;
    if (this.#step === 'done') this.#now.push(finding);
    else if (provenance.kind === 'staged') this.#staged.push(finding);
    else if (provenance.kind === 'commit' || provenance.kind === 'tag') {
      const id = provenance.kind === 'tag' ? provenance.path.slice('tag:'.length) : (provenance.object ?? '');
      const content = this.#archive?.table.find(id) ?? -1;
      this.#secrets.add(finding, content, this.#contents?.rank(content) ?? 0);
    } else {
      // What is unpacked from a content comes again with every version of it.
      const place = `${keyOf(finding)} ${provenance.path} ${finding.byteOffset}`;
      if (this.#others.has(place)) return true;
      this.#others.add(place);
      return false;
    }
    return true;
  }

  /**
   * Every secret once, with its places and facts.
   * @param judge says of a place whether the user has set it aside: the finding then names the reason
   * @throws SourceError where git fails
   */
  async findings(judge: (finding: Finding) => Finding): Promise<Found> {
    if (!this.#archive || !this.#contents) return { findings: [], suppressed: [] };
    const told = await tellSecrets({
      archive: this.#archive,
      contents: this.#contents,
      secrets: this.#secrets.all,
      now: this.#now,
      staged: this.#staged,
      isWithin: (path) => this.#choice.isWithin(path),
      judge,
    });
    const alone = this.#staged.filter((finding) => !this.#secrets.find(keyOf(finding)));
    for (const finding of alone) (finding.suppressed ? told.suppressed : told.findings).push(finding);
    return told;
  }

  #source(items: (signal: AbortSignal) => AsyncIterable<Item | Skip>): Source {
    return {
      name: this.name,
      async *items(signal) {
        try {
          yield* items(signal);
        } catch (error) {
          if (signal.aborted) return;
          if (!(error instanceof SourceError) || error.code === 'nothing-selected') throw error;
          yield { kind: 'skip', path: '.', reason: 'git-failed', detail: error.message };
        }
      },
    };
  }

  async *#asked(signal: AbortSignal): AsyncGenerator<Item | Skip> {
    const { repository } = this;
    const { range, since, branch } = this.#options;
    const call: GitCall = { repository, signal };
    const archive = await Archive.open(call, {
      ...(range === undefined ? {} : { range }),
      ...(since === undefined ? {} : { since }),
      ...(branch === undefined ? {} : { branch }),
    });
    this.#archive = archive;
    if (archive.asked === undefined && this.#choice.isWhole) yield* this.#configuration();
    for await (const message of archive.messages()) if (this.#choice.isWhole) yield itemOf(message, archive);
    await archive.compare();
    const contents = new Contents(archive, this.#choice, {
      head: await headContents(archive),
      index: await indexContents(archive),
    });
    this.#contents = contents;
    yield* contents.asked();
    yield* contents.leftOut();
    yield* archive.gaps.skips();
  }

  async *#rest(): AsyncGenerator<Item | Skip> {
    yield* this.#contents?.rest() ?? [];
  }

  async *#checkedOut(): AsyncGenerator<Item | Skip> {
    const { bare, top } = this.repository;
    if (!this.#archive || !this.#contents) return;
    const untracked = await untrackedNames(this.#archive);
    yield* this.#contents.checkedOut(this.#secrets.all, bare ? undefined : top, untracked);
  }

  /** The settings of the repository name remotes, and some people put passwords there. */
  *#configuration(): Generator<Item> {
    const { commonDir, gitDir, bare } = this.repository;
    const files = new Set([join(commonDir, 'config'), join(gitDir, 'config.worktree')]);
    for (const file of files) {
      if (readSmallFile(file) === undefined) continue;
      const path = `${bare ? '' : '.git/'}${file.slice(file.lastIndexOf('config'))}`;
      yield { kind: 'item', place: { kind: 'disk', file }, path, provenance: { kind: 'file', path }, git: 'none' };
    }
  }
}

function itemOf({ kind, object, name, text }: Message, archive: Archive): Item {
  const id = archive.table.id(object);
  const path = `${kind}:${id}`;
  const provenance: Provenance =
    kind === 'tag' ? { kind, path, tag: name ?? '' } : { kind, path, object: id, history: notYetKnown('message') };
  return { kind: 'item', place: { kind: 'memory', bytes: text }, path, provenance, git: 'none' };
}
