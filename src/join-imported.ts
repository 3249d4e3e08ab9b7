import type { Finding, Step } from './model/index.ts';

/** What a finding says of the other file that its constant stands in, as the matcher of programs writes it. */
const standsHere = 'stands here';

const declaredIn = ({ related }: Finding): Step | undefined => related.find(({ why }) => why === standsHere);

/** The files that constants used in other files stand in, as reports print them. */
export const declaringFiles = (found: readonly Finding[]): readonly string[] => [
  ...new Set(found.flatMap((finding) => declaredIn(finding)?.file ?? [])),
];

/** A secret of one file. Findings of files only: their names are no longer than a line. */
const keyOf = (file: string, fingerprint: string): string => `${fingerprint} ${file}`;

const usedAt = ({ file, start, evidence }: Finding): Step => ({
  file,
  line: start.line,
  why: evidence.find(({ text }) => text.startsWith('passed to '))?.text ?? 'used here',
});

const sameStep = (a: Step, b: Step): boolean => a.file === b.file && a.line === b.line;
const confidences = ['low', 'medium', 'high'] as const;
const surer = (a: Finding, b: Finding): Finding['confidence'] =>
  confidences.indexOf(a.confidence) >= confidences.indexOf(b.confidence) ? a.confidence : b.confidence;

/**
 * One finding for each secret that stands in one file and is used in others: where it stands, with the places it is used
 * at; where nothing was found there, at the first place it is used at.
 * @param hidden files whose constants are in no commit, though programs import them: what is used of them is no leak
 * @param allowed findings that a comment allows: their secret is allowed where it is used, too
 * @returns the findings, those that were taken into others left out; the order does not matter for what is in them
 */
export function joinImported(
  found: readonly Finding[],
  allowed: readonly Finding[],
  hidden: ReadonlySet<string>,
): readonly Finding[] {
  const uses = found.filter((finding) => declaredIn(finding));
  if (uses.length === 0) return found;
  const excused = new Set(allowed.map(({ file, fingerprint }) => keyOf(file, fingerprint)));
  const joined = new Map<string, Finding>();
  const others: Finding[] = [];
  const wanted = new Set(uses.map((use) => keyOf(declaredIn(use)?.file ?? '', use.fingerprint)));
  for (const finding of found) {
    if (declaredIn(finding)) continue;
    const key = keyOf(finding.file, finding.fingerprint);
    // Of a secret that stands twice in its file, the first place is told with the uses.
    const before = wanted.has(key) ? joined.get(key) : undefined;
    const isFirst = wanted.has(key) && (!before || before.byteOffset > finding.byteOffset);
    if (isFirst && before) others.push(before);
    if (isFirst) joined.set(key, finding);
    else others.push(finding);
  }
  for (const use of uses.toSorted(byPlace)) {
    const place = declaredIn(use) as Step;
    const key = keyOf(place.file, use.fingerprint);
    if (excused.has(key) || hidden.has(place.file)) continue;
    const known = joined.get(key);
    joined.set(key, known ? withUse(known, use) : use);
  }
  return [...others, ...joined.values()];
}

function withUse(finding: Finding, use: Finding): Finding {
  const step = usedAt(use);
  const isKnown = finding.related.some((each) => sameStep(each, step)) || sameStep(usedAt(finding), step);
  return {
    ...finding,
    confidence: surer(finding, use),
    related: isKnown ? finding.related : [...finding.related, step],
  };
}

const byPlace = (a: Finding, b: Finding): number =>
  a.file < b.file ? -1 : a.file > b.file ? 1 : a.byteOffset - b.byteOffset || (a.ruleId < b.ruleId ? -1 : 1);
