import { findingOf, isTold, type Standing } from '../../history/facts.ts';
import { keyOf, type Secret } from '../../history/secrets.ts';
import type { Trace } from '../../history/trace.ts';
import type { Finding } from '../../model/index.ts';
import type { Archive } from './archive.ts';
import type { Contents } from './contents.ts';
import { describeCommits } from './describe-commits.ts';
import { refsByCommit, traceSecrets } from './trace-secrets.ts';

/** Findings, and those that are set aside. */
export interface Found {
  readonly findings: Finding[];
  readonly suppressed: Finding[];
}

export interface Telling {
  readonly archive: Archive;
  readonly contents: Contents;
  readonly secrets: readonly Secret[];
  /** What the index and the work tree hold at the paths of secrets. */
  readonly now: readonly Finding[];
  /** What the index alone holds. */
  readonly staged: readonly Finding[];
  readonly isWithin: (path: string) => boolean;
  readonly judge: (finding: Finding) => Finding;
}

/**
 * Tells of every secret that the scan was asked for, once, with its places and facts. Places that the user set aside are
 * told apart from the others.
 * @throws SourceError where git fails
 */
export async function tellSecrets(telling: Telling): Promise<Found> {
  const { archive, contents, secrets, isWithin, judge } = telling;
  const told: Found = { findings: [], suppressed: [] };
  const { traces, reached, inHead } = traceSecrets(archive, secrets);
  const describe = await describeCommits(archive, traces);
  const refs = refsByCommit(archive);
  const now = nowByKey(telling.now);
  const staged = new Set(telling.staged.map(keyOf));
  for (const secret of secrets) {
    const trace = traces[secret.index] as Trace;
    if (archive.asked ? !trace.added : !isTold(secret, trace, (content) => contents.isLoose(content))) continue;
    const at = now.get(secret.key);
    const contentsOf = [...secret.places.values()].flatMap(({ contents }) => [...contents.keys()]);
    const naming = contentsOf.flatMap((content) => archive.named.namesOf(content) ?? []);
    const reaching = refs.filter(({ commit }) => reached.get(commit)?.has(secret.index)).map(({ name }) => name);
    const standing: Standing = {
      refs: [...new Set([...reaching, ...naming.filter((name) => name !== '')])].sort(),
      inHead: pathsInHead(secret, archive, inHead),
      inIndex: staged.has(secret.key) || contents.isIndexed(secret) || (at?.inIndex ?? false),
      inWorkTree: at?.inWorkTree ?? false,
      named: naming.length > 0,
    };
    const places = [...secret.places.values()].filter(
      (place) =>
        isWithin(place.finding.provenance.path) && [...place.contents.keys()].some((each) => contents.isShown(each)),
    );
    const judged = places.map((place) => ({ ...place, finding: judge(place.finding) }));
    const open = judged.filter(({ finding }) => finding.suppressed === undefined);
    const aside = judged.filter(({ finding }) => finding.suppressed !== undefined);
    if (open.length > 0) told.findings.push(findingOf(open, trace, standing, describe));
    if (aside.length > 0) told.suppressed.push(findingOf(aside, trace, standing, describe));
  }
  return told;
}

/** @param inHead contents by the number of their path */
function pathsInHead({ places }: Secret, { changes }: Archive, inHead: ReadonlyMap<number, number>): Set<string> {
  const paths = new Set<string>();
  for (const [name, { contents }] of places) {
    const path = changes.findPath(name);
    const content = path === undefined ? undefined : inHead.get(path);
    if (content !== undefined && contents.has(content)) paths.add(name);
  }
  return paths;
}

/** By secret: whether the work tree and the index have it. */
function nowByKey(findings: readonly Finding[]) {
  const byKey = new Map<string, { inIndex: boolean; inWorkTree: boolean }>();
  for (const finding of findings) {
    const key = keyOf(finding);
    const at = byKey.get(key) ?? { inIndex: false, inWorkTree: false };
    byKey.set(key, at);
    at[finding.provenance.kind === 'staged' ? 'inIndex' : 'inWorkTree'] = true;
  }
  return byKey;
}
