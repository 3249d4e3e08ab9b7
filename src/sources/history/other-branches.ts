import type { GitCall } from '../git.ts';
import { shallowCommits } from './gaps.ts';
import { gitLines } from './git-lines.ts';
import { pickRepository } from './pick-repository.ts';

/** What a clone knows beside a branch of it. */
export interface Besides {
  /** Full names of remote-tracking branches, but those of the branch itself. */
  readonly others: readonly string[];
  /** True where the history of the clone was cut off. */
  readonly shallow: boolean;
}

/**
 * The other branches that a clone knows of its remotes.
 * @param branch as the remote calls it
 * @throws SourceError outside a repository, or where git fails
 */
export async function otherBranches(
  roots: readonly string[],
  cwd: string,
  branch: string | undefined,
): Promise<Besides> {
  const { repository } = pickRepository(roots, cwd);
  const call: GitCall = { repository };
  const { lines, error } = await gitLines(
    ['for-each-ref', '--format=%(refname) %(refname:lstrip=3) %(symref)', 'refs/remotes'],
    call,
  );
  if (error) throw error;
  const known = lines.map((line) => line.split(' ')).filter(([, , symbolic]) => !symbolic);
  return {
    others: known.flatMap(([full = '', name]) => (name === branch ? [] : [full])),
    shallow: shallowCommits(repository.commonDir).size > 0,
  };
}
