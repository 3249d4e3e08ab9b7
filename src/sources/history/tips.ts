import type { GitCall } from '../git.ts';
import { harmless } from '../git-error.ts';
import { gitLines } from './git-lines.ts';

/** A ref as reports name it, and the object it points at. */
export interface Ref {
  readonly name: string;
  readonly full: string;
  readonly id: string;
}

/** Where the history of a repository starts from. */
export interface Tips {
  /** Branches, tags, remote-tracking refs and all others, but symbolic ones, stashes and notes. */
  readonly refs: readonly Ref[];
  readonly notes: readonly Ref[];
  /** Every entry of the stash. */
  readonly stashes: readonly string[];
  readonly reflogs: readonly string[];
  readonly head: string | undefined;
  /** What is checked out elsewhere: HEAD of other work trees. */
  readonly otherHeads: readonly string[];
  /** What git says of refs that it cannot read: one line, or nothing. */
  readonly complaint: string | undefined;
}

/**
 * Asks git for everything that history starts from.
 * @param withReflogs reflogs are read too
 * @throws SourceError where git fails
 */
export async function listTips(call: GitCall, withReflogs: boolean): Promise<Tips> {
  const listed = await gitLines(['for-each-ref', '--format=%(objectname) %(refname) %(symref)'], call);
  if (listed.error) throw listed.error;
  const all = listed.lines.map((line) => line.split(' ')).filter(([, , symbolic]) => !symbolic);
  const refs = all.map(([id = '', full = '']) => ({ id, full, name: shortName(full) }));
  const isNote = ({ full }: Ref) => full.startsWith('refs/notes/');
  const isStash = ({ full }: Ref) => full === 'refs/stash';
  const stash = refs.find(isStash);
  const { lines: heads } = await gitLines(['rev-parse', '--verify', '--quiet', 'HEAD'], call);
  const { lines: worktrees } = await gitLines(['worktree', 'list', '--porcelain'], call);
  const stashed = stash ? await gitLines(['rev-list', '--walk-reflogs', 'refs/stash', '--'], call) : undefined;
  // Of stashes that are gone git speaks here only. That other reflogs name what is gone is their way.
  const reflogs = withReflogs || stash ? await gitLines(['rev-list', '--no-walk', '--reflog'], call) : undefined;
  const said = `${listed.stderr}\n${reflogs?.stderr ?? ''}`;
  const complaint = said.split('\n').find((line) => complaints.test(line));
  return {
    complaint: complaint && harmless(complaint),
    refs: refs.filter((ref) => !isNote(ref) && !isStash(ref)),
    notes: refs.filter(isNote),
    stashes: stash ? [stash.id, ...(stashed?.lines ?? [])] : [],
    reflogs: withReflogs ? (reflogs?.lines ?? []) : [],
    head: heads[0],
    otherHeads: worktrees.flatMap((line) => /^HEAD (?!0+$)([0-9a-f]+)$/.exec(line)?.[1] ?? []),
  };
}

/** A symbolic ref to a branch that is gone loses nothing. */
const complaints = /^(?:error|fatal): |^warning: (?:ignoring (?!dangling symref)|reflog of 'refs\/stash' )/;

const shortName = (full: string): string => full.replace(/^refs\/(?:heads|tags|remotes)\//, '');
