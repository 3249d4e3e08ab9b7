import type { ExposureKind, Finding } from '../model/index.ts';
import { type IgnoreEntry, isWeak } from './ignore-entry.ts';

/** What matching needs of a finding. */
export type Ignorable = Pick<Finding, 'ruleId' | 'fingerprint'> & {
  /** `path` is relative to the top. */
  readonly provenance: Pick<Finding['provenance'], 'path'>;
  readonly exposure: { readonly kind: ExposureKind };
};

/** All ids a rule has had, its present one among them or not. */
export type FormerIds = (ruleId: string) => readonly string[];
const noFormerIds: FormerIds = () => [];

/** Who can see the secret without being let into the project. */
const outside: ReadonlySet<ExposureKind> = new Set<ExposureKind>(['client', 'public-file', 'source-map', 'package']);

/** True where the secret can be seen from outside: an entry that does not say `exposed` does not hold for it. */
export const isExposed = (finding: Ignorable): boolean => outside.has(finding.exposure.kind);

/** Entries by fingerprint; a list is indexed once, however many findings it is asked about. */
const indexes = new WeakMap<readonly IgnoreEntry[], ReadonlyMap<string, readonly IgnoreEntry[]>>();

function byFingerprint<T extends { readonly fingerprint: string }>(items: readonly T[]): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const group = groups.get(item.fingerprint);
    if (group) group.push(item);
    else groups.set(item.fingerprint, [item]);
  }
  return groups;
}

/** The first entry that covers a finding. `entries` are those that hold today, and are not changed afterwards. */
export function matchIgnore(
  finding: Ignorable,
  entries: readonly IgnoreEntry[],
  formerIds: FormerIds = noFormerIds,
): IgnoreEntry | undefined {
  const index = indexes.get(entries) ?? byFingerprint(entries);
  indexes.set(entries, index);
  return index.get(finding.fingerprint)?.find((entry) => covers(entry, finding, formerIds));
}

function covers(entry: IgnoreEntry, finding: Ignorable, formerIds: FormerIds): boolean {
  if (entry.rule !== finding.ruleId && !formerIds(finding.ruleId).includes(entry.rule)) return false;
  // What could be guessed shares its short digest with other secrets: without a place it says too little.
  if (entry.path === undefined ? isWeak(entry.fingerprint) : entry.path !== finding.provenance.path) return false;
  return entry.exposed === true || !isExposed(finding);
}

/** The entries that cover none of the findings, in their order: what they accepted is gone, or was never there. */
export function unusedEntries(
  entries: readonly IgnoreEntry[],
  findings: readonly Ignorable[],
  formerIds: FormerIds = noFormerIds,
): IgnoreEntry[] {
  const found = byFingerprint(findings);
  return entries.filter((entry) => !found.get(entry.fingerprint)?.some((finding) => covers(entry, finding, formerIds)));
}
