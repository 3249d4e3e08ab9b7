import { gitStream } from './git.ts';
import { diskPath } from './names.ts';
import { records } from './records.ts';
import type { Repository } from './repository.ts';

/** Exit code of `check-ignore` where nothing is ignored. */
const noneIgnored = 1;

/**
 * Which of the names git ignores, whether tracked or not: themselves, or a folder above them.
 * @param names relative to the top of the work tree
 * @throws SourceError where git fails
 */
export async function ignoredAmong(
  names: readonly string[],
  repository: Repository,
  signal: AbortSignal,
): Promise<ReadonlySet<string>> {
  if (names.length === 0) return new Set();
  const git = gitStream(['check-ignore', '-z', '--no-index', '--stdin'], { repository, signal });
  // `./` before: a name that starts with a colon would be read as an instruction.
  for (const name of names)
    git.stdin.write(Buffer.concat([Buffer.from('./'), Buffer.from(diskPath(name)), Buffer.of(0)]));
  git.stdin.end();
  const ignored = new Set<string>();
  for await (const batch of records(git.stdout)) for (const name of batch) ignored.add(name.replace(/^\.\//, ''));
  const { error, code } = await git.ended;
  if (error && code !== noneIgnored) throw error;
  return ignored;
}
