import { realpathSync } from 'node:fs';
import { dirname } from 'node:path';
import { printable } from '../names.ts';
import { below } from '../paths.ts';
import { findRepository, type Repository, repositoryAt } from '../repository.ts';
import { type Root, resolveRoots } from '../roots.ts';
import { SourceError } from '../source-error.ts';

/** The repository that paths lie in, and what of it they limit the scan to. */
export interface Picked {
  readonly repository: Repository;
  /** Names of folders and files; the empty name is the top. */
  readonly limits: readonly string[];
}

/**
 * The one repository that all the paths lie in, bare or not.
 * @throws SourceError `not-a-repository`, or as `resolveRoots`
 */
export function pickRepository(given: readonly string[], cwd: string): Picked {
  const real = realpathSync.native(cwd);
  const roots = resolveRoots(given.length === 0 ? ['.'] : given, real).filter(
    (root): root is Root => root.kind !== 'dangling',
  );
  const found = roots.map((root) => ({ root, repository: root.repository ?? bareAround(root.folder) }));
  const top = found[0]?.repository?.gitDir;
  const stranger = found.find(({ repository }) => repository === undefined || repository.gitDir !== top);
  const repository = found[0]?.repository;
  if (!repository || stranger) {
    const named = printable(stranger?.root.given ?? given[0] ?? '.');
    const why = repository ? 'is not in the same git repository' : 'is not in a git repository';
    throw new SourceError('not-a-repository', `${named} ${why}: --history needs one`);
  }
  return { repository, limits: repository.bare ? [''] : roots.map(({ path }) => below(repository.top, path)) };
}

/** The bare repository that a folder is, or lies in. */
function bareAround(start: string): Repository | undefined {
  for (let folder = start; ; folder = dirname(folder)) {
    const found = repositoryAt(folder);
    if (found) return { ...found, own: findRepository(folder)?.own ?? isOwn(found.gitDir) };
    if (folder === dirname(folder)) return undefined;
  }
}

/** Whether `GIT_DIR` names it: in a hook of a bare repository, for instance. */
function isOwn(gitDir: string): boolean {
  const named = process.env['GIT_DIR'];
  try {
    return named !== undefined && realpathSync.native(named) === gitDir;
  } catch {
    return false;
  }
}
