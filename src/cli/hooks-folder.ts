import { basename, dirname, join, resolve } from 'node:path';
import { UsageError } from '../config/usage-error.ts';
import { askGit } from '../sources/git.ts';
import { findRepository, isWithin } from '../sources/repository.ts';

/** The folder in which a repository's hooks stand. */
export interface HooksFolder {
  /** Absolute. */
  readonly folder: string;
  /** False where `core.hooksPath` leads out of the repository: other repositories have the same hooks. */
  readonly own: boolean;
}

/**
 * Where git looks for the hooks of the repository around a folder; linked work trees share those of the first.
 * @throws UsageError outside a work tree
 */
export async function hooksFolder(cwd: string): Promise<HooksFolder> {
  const repository = findRepository(cwd);
  if (!repository || repository.bare) throw new UsageError('hook: not in a git work tree');
  const { top, gitDir, commonDir } = repository;
  const configured = await hooksPath(repository);
  if (configured === undefined) return { folder: join(commonDir, 'hooks'), own: true };
  const folder = resolve(top, configured);
  // husky keeps its own starters in `_` and makes them anew; what they start stands in the folder above.
  const place = basename(folder) === '_' && basename(dirname(folder)) === '.husky' ? dirname(folder) : folder;
  return { folder: place, own: [top, gitDir, commonDir].some((each) => isWithin(place, each)) };
}

/** `core.hooksPath` as the user or the repository set it; keyscan itself sets another one in every call of git. */
async function hooksPath(repository: NonNullable<ReturnType<typeof findRepository>>): Promise<string | undefined> {
  const args = ['config', '--type=path', '--show-origin', '-z', '--get-all', 'core.hooksPath'];
  const fields = (await askGit(args, { repository })).split('\0');
  const values: string[] = [];
  for (let at = 0; at + 1 < fields.length; at += 2)
    if (!fields[at]?.startsWith('command line:')) values.push(fields[at + 1] ?? '');
  return values.at(-1) || undefined;
}
