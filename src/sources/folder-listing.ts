import type { Item, Skip } from '../model/index.ts';
import type { Entry, NamedRoot } from './entry.ts';
import { ListedFolder } from './listed-folder.ts';
import { printable } from './names.ts';
import type { Includes, Selection } from './path-filter.ts';
import { below } from './paths.ts';
import { type Repository, repositoryAt } from './repository.ts';
import type { Dangling, Root } from './roots.ts';
import { SourceError } from './source-error.ts';
import { walk } from './walk.ts';
import { listWorkTree } from './work-tree.ts';

export type Found = Item | Skip;

export interface ListingOptions {
  readonly selection: Selection;
  readonly submodules: boolean;
  readonly includes: Includes;
  /** The top of the whole scan, and the working directory: absolute and real. */
  readonly top: string;
  readonly cwd: string;
  readonly signal: AbortSignal;
}

/** A repository met within another folder, to be listed after it. */
interface Nested {
  readonly name: string;
  readonly submodule: boolean;
  readonly folder: ListedFolder;
  readonly outer: Repository | undefined;
}

const wholeFolder: NamedRoot = { name: '', kind: 'folder' };

/** Lists folders and the repositories within them, each by its own git. What it yields comes in batches. */
export class FolderListing {
  private readonly options: ListingOptions;
  private readonly nested: Nested[] = [];

  constructor(options: ListingOptions) {
    this.options = options;
  }

  async *all(roots: readonly (Root | Dangling)[]): AsyncGenerator<Found[]> {
    const found: Root[] = [];
    for (const root of roots) {
      if (root.kind !== 'dangling') found.push(root);
      else yield [{ kind: 'skip', path: printable(root.given), reason: 'symlink', detail: 'leads nowhere' }];
    }
    const repositories = new Map(found.map(({ repository }) => [repository?.top, repository]));
    for (const repository of repositories.values()) {
      const here = found.filter((root) => root.repository?.top === repository?.top);
      if (!repository) for (const root of here) yield* this.outsideGit(root);
      else {
        const named = here.map(({ path, kind }): NamedRoot => ({ name: below(repository.top, path), kind }));
        yield* this.inRepository(repository, this.folder(repository.top, named), named);
      }
    }
    for (let next = this.nested.shift(); next && !this.options.signal.aborted; next = this.nested.shift()) {
      yield* this.within(next);
    }
  }

  private async *inRepository(
    repository: Repository,
    folder: ListedFolder,
    roots: readonly NamedRoot[],
  ): AsyncGenerator<Found[]> {
    const { selection, signal } = this.options;
    let listed = 0;
    try {
      const request = { repository, roots, noIgnore: selection.noIgnore, filter: folder.filter, signal };
      for await (const batch of listWorkTree(request)) {
        listed += batch.length;
        yield this.take(batch, folder, repository);
      }
    } catch (error) {
      if (signal.aborted) return;
      if (!(error instanceof SourceError)) throw error;
      yield [{ kind: 'skip', path: folder.shown(''), reason: 'git-failed', detail: error.message }];
      // What git cannot list is read as a folder like any other, so that its leaks are found all the same.
      if (listed === 0) yield* this.walkRoots(folder, roots);
    }
  }

  private async *outsideGit({ path, folder, kind }: Root): AsyncGenerator<Found[]> {
    const roots: NamedRoot[] = [{ name: below(folder, path), kind }];
    yield* this.walkRoots(this.folder(folder, roots), roots);
  }

  private async *walkRoots(folder: ListedFolder, roots: readonly NamedRoot[]): AsyncGenerator<Found[]> {
    const { selection, signal } = this.options;
    for (const { name, kind } of roots) {
      if (kind === 'file') {
        yield this.take([{ kind: 'file', name, git: 'none' }], folder, undefined);
        continue;
      }
      const { base, filter } = folder;
      const request = { base, start: name, ignoreFiles: !selection.noIgnore, filter, git: 'none', signal } as const;
      for await (const batch of walk(request)) yield this.take(batch, folder, undefined);
    }
  }

  private take(batch: readonly Entry[], folder: ListedFolder, outer: Repository | undefined): Found[] {
    const found: Found[] = [];
    for (const entry of batch) {
      if (entry.kind === 'nested') {
        this.nested.push({ name: entry.name, submodule: entry.submodule, folder, outer });
        continue;
      }
      const item = folder.itemOf(entry);
      if (item) found.push(item);
    }
    return found;
  }

  private async *within({ name, submodule, folder, outer }: Nested): AsyncGenerator<Found[]> {
    const out = folder.leftOut(`${name}/`);
    if (out) {
      yield out;
      return;
    }
    const found = repositoryAt(folder.names.file(name));
    const repository = found && !found.bare ? { ...found, own: false } : undefined;
    if (submodule && !(this.options.submodules && repository)) {
      const detail = repository ? undefined : 'not checked out';
      yield [{ kind: 'skip', path: folder.shown(name), reason: 'submodule', ...(detail && { detail }) }];
    } else if (!repository) {
      // It vanished since, or git takes for a repository what is none: a folder like any other.
      yield* this.walkRoots(folder, [{ name, kind: 'folder' }]);
    } else if (outer && repository.commonDir === outer.commonDir) {
      const detail = 'another work tree of the same repository';
      yield [{ kind: 'skip', path: folder.shown(name), reason: 'ignored', detail }];
    } else {
      const inner = this.folder(repository.top, [wholeFolder], folder.filter.from(name));
      yield* this.inRepository(repository, inner, [wholeFolder]);
    }
  }

  private folder(base: string, roots: readonly NamedRoot[], outer?: ListedFolder['filter']): ListedFolder {
    const { top, cwd, selection, includes } = this.options;
    return new ListedFolder({ base, top, cwd, roots, selection, includes, outer });
  }
}
