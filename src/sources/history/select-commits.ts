import { type GitCall, gitStream } from '../git.ts';
import { printable } from '../names.ts';
import { SourceError } from '../source-error.ts';
import { gitLines, lineBatches } from './git-lines.ts';

/** Which commits are asked for. Nothing given: everything. */
export interface Selected {
  readonly range?: string;
  readonly since?: string;
  readonly branch?: string;
}

/** True where only some commits are asked for. */
export const isPart = ({ range, since, branch }: Selected): boolean =>
  (range !== undefined && range !== 'all') || since !== undefined || branch !== undefined;

/**
 * The ids of the commits that a range, a branch and a date select, as git understands them.
 * @throws SourceError where git knows no such range
 */
export async function selectCommits({ range, since, branch }: Selected, call: GitCall): Promise<ReadonlySet<string>> {
  const revisions = [...(range === undefined || range === 'all' ? [] : range.trim().split(/\s+/)), branch ?? []].flat();
  if (since !== undefined) await checkDate(since, call);
  const from = revisions.length > 0 ? ['--end-of-options', ...revisions] : ['--all'];
  const reflogs = range === 'all' ? ['--reflog'] : [];
  const git = gitStream(
    ['rev-list', ...(since === undefined ? [] : [`--since=${since}`]), ...reflogs, ...from, '--'],
    call,
  );
  git.stdin.end();
  const ids = new Set<string>();
  for await (const lines of lineBatches(git.stdout as AsyncIterable<Buffer>)) {
    for (const line of lines) if (line !== '') ids.add(line);
  }
  const { error, stderr } = await git.ended;
  if (!error) return ids;
  if (/bad revision|ambiguous argument|unknown revision|Invalid revision range|bad object/.test(stderr)) {
    const asked = revisions.join(' ');
    const hint = 'a shallow clone may lack it, and a branch may need its remote before it';
    throw new SourceError('nothing-selected', `git knows no such commits here: ${printable(asked)} (${hint})`);
  }
  throw error;
}

/** Words that mean a time about now. */
const soon = /\b(?:now|today|seconds?|minutes?|midnight|noon|tea)\b/i;

/** git takes whatever it does not understand for now, and then nothing is asked for. @throws SourceError */
async function checkDate(since: string, call: GitCall): Promise<void> {
  const { lines } = await gitLines(['rev-parse', `--since=${since}`], call);
  const seconds = Number(/^--max-age=(\d+)$/.exec(lines[0] ?? '')?.[1]);
  if (soon.test(since) || Math.abs(Date.now() / 1000 - seconds) > 60) return;
  throw new SourceError(
    'nothing-selected',
    `git understands no date in ${printable(since)}; 2024-01-31 and 2.weeks are some`,
  );
}
