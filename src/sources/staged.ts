import { realpathSync } from 'node:fs';
import { devNull } from 'node:os';
import { join } from 'node:path';
import type { Item, Skip, Source } from '../model/index.ts';
import { addedInIndex, isFile } from './added-in-index.ts';
import { CatFile } from './cat-file.ts';
import { askGit, type GitCall } from './git.ts';
import { type IndexChange, indexChanges } from './index-changes.ts';
import { keyscanIgnoreFile } from './listed-folder.ts';
import { diskPath, printable } from './names.ts';
import { Includes, pathFilter, type Selection } from './path-filter.ts';
import { below, namesBelow } from './paths.ts';
import type { Repository } from './repository.ts';
import { type Root, resolveRoots } from './roots.ts';
import { readSmallFile } from './small-file.ts';
import { SourceError } from './source-error.ts';

export interface StagedOptions extends Selection {
  /** Paths as given, in one repository: they pick it, and limit what is reported. None: all of the index. */
  readonly roots: readonly string[];
  readonly cwd: string;
}

/**
 * What the next commit adds: contents of the index, each with the lines that no parent of the commit has.
 * @throws SourceError at once outside a work tree; git's own failures are skips
 */
export function stagedSource(options: StagedOptions): Source {
  const cwd = realpathSync.native(options.cwd);
  const { repository, limits } = pickRepository(options.roots, cwd);
  return {
    name: 'staged',
    async *items(signal): AsyncGenerator<Item | Skip> {
      try {
        yield* stagedItems({ options, cwd, repository, limits, signal });
      } catch (error) {
        if (signal.aborted) return;
        if (!(error instanceof SourceError) || error.code === 'nothing-selected') throw error;
        yield { kind: 'skip', path: '.', reason: 'git-failed', detail: error.message };
      }
    },
  };
}

interface StagedRun {
  readonly options: StagedOptions;
  readonly cwd: string;
  readonly repository: Repository;
  /** Names of folders and files that limit the run; the empty name is the top. */
  readonly limits: readonly string[];
  readonly signal: AbortSignal;
}

function pickRepository(given: readonly string[], cwd: string): { repository: Repository; limits: readonly string[] } {
  const whole = given.length === 0;
  const roots = resolveRoots(whole ? ['.'] : given, cwd).filter((root): root is Root => root.kind !== 'dangling');
  const repository = roots[0]?.repository;
  const stranger = roots.find((root) => root.repository?.top !== repository?.top);
  if (!repository || stranger) {
    const named = printable(stranger?.given ?? given[0] ?? '.');
    const why = repository ? 'is not in the same git work tree' : 'is not in a git work tree';
    throw new SourceError('not-a-repository', `${named} ${why}: --staged needs one`);
  }
  return { repository, limits: whole ? [''] : roots.map(({ path }) => below(repository.top, path)) };
}

async function* stagedItems({ options, cwd, repository, limits, signal }: StagedRun): AsyncGenerator<Item | Skip> {
  const { top, gitDir } = repository;
  const call: GitCall = { repository, signal };
  const includes = new Includes(options.include);
  const keyscanIgnore = readSmallFile(diskPath(join(top, keyscanIgnoreFile)));
  const filter = pathFilter({ base: top, cwd, roots: limits, selection: options, includes, keyscanIgnore });
  const names = namesBelow(top, top, cwd);
  const others = await changesSinceMerged(gitDir, call);
  const objects = new CatFile(call);
  try {
    for await (const change of changesSinceHead(call)) {
      const { name } = change;
      if (!limits.some((limit) => limit === '' || name === limit || name.startsWith(`${limit}/`))) continue;
      const path = names.shown(name);
      const skip = whySkipped(change);
      const out = filter.leftOut(name);
      if (skip === 'nothing') continue;
      if (out) yield { kind: 'skip', path, reason: 'ignored', detail: out.detail };
      else if (skip) yield { kind: 'skip', path, ...skip };
      else {
        const changes = [change, ...others.map((since) => since.get(name))];
        // A parent that has the very same content: the commit adds nothing to it.
        if (!changes.every((each) => each !== undefined)) continue;
        const focus = await addedInIndex(changes, objects);
        if (focus?.length === 0 && change.status !== 'R') continue;
        const place = { kind: 'object', gitDir, id: change.id } as const;
        const provenance = { kind: 'staged', path: names.fromTop(name) } as const;
        yield { kind: 'item', place, path, provenance, git: 'staged', ...(focus && { focus }) };
      }
    }
  } finally {
    objects.close();
  }
  const [unused] = options.mustSelect === false ? [] : includes.notUsed();
  if (unused !== undefined) {
    throw new SourceError('nothing-selected', `the pattern ${printable(unused)} selects no staged file`);
  }
}

/** Why a change holds no content to look at; `nothing` where it adds none, and there is nothing to tell. */
function whySkipped({ status, mode, id, oldId }: IndexChange): 'nothing' | Pick<Skip, 'reason' | 'detail'> | undefined {
  if (status === 'U') return { reason: 'special', detail: 'in conflict: no commit can be made of it' };
  if (status === 'D' || (status === 'M' && id === oldId)) return 'nothing';
  if (mode === '120000') return { reason: 'symlink' };
  if (mode === '160000') return { reason: 'submodule' };
  // A file of which nothing is in the index but the intent to add it has no content yet.
  return isFile(mode) && !/^0+$/.test(id) ? undefined : 'nothing';
}

async function* changesSinceHead(call: GitCall): AsyncGenerator<IndexChange> {
  let any = false;
  try {
    for await (const change of indexChanges('HEAD', call)) {
      any = true;
      yield change;
    }
  } catch (error) {
    // Before the first commit there is no HEAD: everything in the index is new.
    if (any || !(await isUnborn(call))) throw error;
    yield* indexChanges(await askGit(['hash-object', '-t', 'tree', devNull], call), call);
  }
}

const isUnborn = (call: GitCall): Promise<boolean> =>
  askGit(['rev-parse', '--verify', 'HEAD'], call).then(
    () => false,
    (error: unknown) => error instanceof SourceError && error.code === 'git-failed',
  );

/** In a merge: how the index differs from each commit that is merged in, by name. */
async function changesSinceMerged(gitDir: string, call: GitCall): Promise<ReadonlyMap<string, IndexChange>[]> {
  const merged = readSmallFile(join(gitDir, 'MERGE_HEAD'))?.match(/^[0-9a-f]{40,64}$/gm) ?? [];
  const all: Map<string, IndexChange>[] = [];
  for (const commit of merged) {
    const changes = new Map<string, IndexChange>();
    for await (const change of indexChanges(commit, call)) changes.set(change.name, change);
    all.push(changes);
  }
  return all;
}
