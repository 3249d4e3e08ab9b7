import {
  exposureKinds,
  type Finding,
  type HistoryClass,
  type HistoryFacts,
  type Provenance,
  type Step,
  severities,
} from '../model/index.ts';
import type { CommitRef } from '../model/provenance.ts';
import { knownPath, type Secret, type SecretPlace } from './secrets.ts';
import { rankedHolds, type Trace } from './trace.ts';

/** What a commit's own object tells: asked for once the commits that findings name are known. */
export type Describe = (commit: number) => CommitRef | undefined;

/** What is known of one secret beside its trace. */
export interface Standing {
  readonly refs: readonly string[];
  /** Paths at which HEAD has it. */
  readonly inHead: ReadonlySet<string>;
  readonly inIndex: boolean;
  readonly inWorkTree: boolean;
  /** True where a ref names its content or its tag directly, with no commit between. */
  readonly named: boolean;
}

/** The rank that tells most of the secret; nothing where no commit has it. */
export const bestRank = ({ first, said }: Trace): number | undefined => {
  const rank = rankedHolds.findIndex((_, each) => first[each] !== undefined || said[each] !== undefined);
  return rank === -1 ? undefined : rank;
};

/** The commits that a finding of this trace names. */
export function commitsOf(trace: Trace): { first?: number; last?: number; removed?: number } {
  const rank = bestRank(trace);
  if (rank === undefined) return {};
  const first = trace.first[rank] ?? trace.said[rank]?.[0];
  const last = trace.last[rank] ?? trace.said[rank]?.[1];
  return {
    ...(first === undefined ? {} : { first }),
    ...(last === undefined ? {} : { last }),
    ...(trace.removed === undefined ? {} : { removed: trace.removed }),
  };
}

/** How the secret is held: its most telling holder decides. */
export function classOf(trace: Trace, { named }: Standing): HistoryClass {
  const rank = bestRank(trace);
  if (rank === undefined) return named ? 'reachable' : 'dangling';
  if (rank > 0) return rankedHolds[rank] as HistoryClass;
  if (trace.first[0] === undefined) return 'message';
  return trace.plain[0] ? 'reachable' : 'merge';
}

function factsOf(trace: Trace, standing: Standing, describe: Describe): HistoryFacts {
  const { first, last, removed } = commitsOf(trace);
  const inHead = standing.inHead.size > 0;
  const told = (name: string, commit: number | undefined) => {
    const ref = commit === undefined ? undefined : describe(commit);
    return ref === undefined ? {} : { [name]: ref };
  };
  return {
    class: classOf(trace, standing),
    ...told('first', first),
    ...told('last', last),
    ...(inHead || bestRank(trace) !== 0 ? {} : told('removed', removed)),
    inHead,
    inIndex: standing.inIndex,
    inWorkTree: standing.inWorkTree,
    refs: standing.refs,
    pushed: trace.pushed,
  };
}

/**
 * One finding for a secret with all its places: the worst of them speaks for it, of equal ones that in HEAD, then the
 * one seen last; the others are related.
 * @param places at least one
 */
export function findingOf(
  places: readonly SecretPlace[],
  trace: Trace,
  standing: Standing,
  describe: Describe,
): Finding {
  const sorted = [...places].sort((one, other) => compare(one, other, standing));
  const [{ finding }, ...others] = sorted as [SecretPlace, ...SecretPlace[]];
  const facts = factsOf(trace, standing, describe);
  const { provenance } = finding;
  const isGone = !facts.inHead && finding.exposure.kind === 'unknown';
  return {
    ...finding,
    provenance: provenance.kind === 'commit' ? withFacts(provenance, facts) : provenance,
    ...(isGone ? { exposure: { kind: 'unknown', way: [], reason: 'it does not stand in HEAD' } } : {}),
    related: [...finding.related, ...others.map((place) => stepOf(place, standing))],
  };
}

/** The id of the content has served its purpose. */
function withFacts({ object: _, ...provenance }: Extract<Provenance, { kind: 'commit' }>, history: HistoryFacts) {
  return { ...provenance, history };
}

const stepOf = ({ finding: { file, start, provenance } }: SecretPlace, { inHead }: Standing): Step => ({
  file,
  line: start.line,
  why: inHead.has(knownPath(provenance)) ? 'the same secret, in HEAD' : 'the same secret, in history',
});

function compare(one: SecretPlace, other: SecretPlace, { inHead }: Standing): number {
  const [a, b] = [one, other].map(({ finding, rank }) => [
    isMessage(finding) ? 1 : 0,
    severities.indexOf(finding.severity),
    inHead.has(knownPath(finding.provenance)) ? 0 : 1,
    exposureKinds.indexOf(finding.exposure.kind),
    -rank,
  ]) as [number[], number[]];
  const at = a.findIndex((value, index) => value !== b[index]);
  if (at !== -1) return (a[at] as number) - (b[at] as number);
  return one.finding.provenance.path < other.finding.provenance.path ? -1 : 1;
}

const isMessage = ({ provenance }: Finding): boolean =>
  provenance.kind === 'tag' || (provenance.kind === 'commit' && provenance.history.class === 'message');

/** Stands for the facts of a secret until all of its places are known. */
export const notYetKnown = (kind: 'reachable' | 'message' | 'note'): HistoryFacts => ({
  class: kind,
  inHead: false,
  inIndex: false,
  inWorkTree: false,
  refs: [],
  pushed: false,
});

/** True where the secret is one that the mode reports. */
export const isTold = (secret: Secret, trace: Trace, isLoose: (content: number) => boolean): boolean =>
  bestRank(trace) !== undefined ||
  [...secret.places.values()].some(({ contents }) => [...contents.keys()].some(isLoose));
