import { holds } from '../../history/commit-graph.ts';
import type { Secret } from '../../history/secrets.ts';
import { type SweepResult, sweep } from '../../history/sweep.ts';
import type { Archive } from './archive.ts';

/** The commits that refs point at, with the names reports print. */
export function refsByCommit(archive: Archive): readonly { readonly name: string; readonly commit: number }[] {
  const { refs, notes } = archive.tips;
  return [...refs, ...notes]
    .map(({ name, id }) => ({ name, commit: archive.commitAt(id) }))
    .filter(({ commit }) => commit !== -1)
    .sort((one, other) => (one.name < other.name ? -1 : 1));
}

/** Follows secrets through the commits of an archive. */
export function traceSecrets(archive: Archive, secrets: readonly Secret[]): SweepResult {
  const { graph, changes, order, tips } = archive;
  const head = tips.head === undefined ? -1 : archive.commitAt(tips.head);
  return sweep({
    graph,
    changes,
    order,
    secrets,
    tips: new Set(refsByCommit(archive).map(({ commit }) => commit)),
    head: head === -1 ? undefined : head,
    isAncestorOfHead: (commit) => (graph.heldBy(commit) & holds.head) !== 0,
    isRemote: (commit) => (graph.heldBy(commit) & holds.remote) !== 0,
    isAskedFor: (commit) => archive.isAsked(commit),
  });
}
