import { type CommitGraph, holds } from './commit-graph.ts';

/** How a commit is held, the most telling first; its place in this list is its rank. */
export const rankedHolds = ['reachable', 'stash', 'note', 'reflog', 'dangling'] as const;

/** The commits that tell of a secret, by the rank of how they are held. */
export interface Trace {
  /** The first that brought it in: no parent had it. Of files alone. */
  readonly first: (number | undefined)[];
  /** The last that has it. */
  readonly last: (number | undefined)[];
  /** The first and last that speak of it in their message. */
  readonly said: (readonly [number, number] | undefined)[];
  /** True where a commit of the rank that is no merge brought it in. */
  readonly plain: boolean[];
  /** The last on the way to HEAD that took it away: every parent still had it. */
  removed?: number;
  /** True where a commit asked for added it. */
  added: boolean;
  /** True where a remote-tracking ref contains a commit that has it. */
  pushed: boolean;
}

/** A trace of which nothing is known yet. */
export const newTrace = (): Trace => ({ first: [], last: [], said: [], plain: [], added: false, pushed: false });

/** The rank of how a commit is held. */
export function rankOf(graph: CommitGraph, commit: number): number {
  const held = graph.heldBy(commit);
  if (held & holds.ref) return 0;
  if (held & holds.stash) return 1;
  if (held & holds.note) return 2;
  return held & holds.reflog ? 3 : 4;
}
