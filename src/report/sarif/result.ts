import type { Confidence, Finding, RuleInfo, Scope, SuppressionReason } from '../../model/index.ts';
import { nextStep } from '../../remedy/index.ts';
import { provenanceShape } from '../json-shape.ts';
import { fromTop } from '../paths.ts';
import { limits, plain, sentence } from './limits.ts';
import { placeOf, stepLocation } from './location.ts';
import { levels } from './rule.ts';
import type { CodeFlow, Location, Result, Suppression } from './types.ts';

/** The standard's rank, 0 to 100: how much a result deserves to be looked at. */
const ranks: Readonly<Record<Confidence, number>> = { high: 90, medium: 60, low: 30 };

/** Suppressions somebody decided on. A level not asked for is no decision about a finding: those stay out. */
const decisions: Partial<Readonly<Record<SuppressionReason, Suppression['kind']>>> = {
  'inline-comment': 'inSource',
  'ignore-entry': 'external',
};

/** True for a finding that SARIF carries although it is not reported, so that its alert does not close and reopen. */
export const isDecided = ({ suppressed }: Finding): boolean =>
  suppressed !== undefined && decisions[suppressed.reason] !== undefined;

/** A finding as a result of the run. `occurrence` counts findings of the same secret, rule and file from 1. */
export function resultOf(
  finding: Finding,
  { rule, ruleIndex, scope, occurrence }: { rule: RuleInfo; ruleIndex: number; scope: Scope; occurrence: number },
): Result {
  const related = relatedOf(finding, scope);
  const flow = flowOf(finding, scope);
  const suppression = suppressionOf(finding);
  return {
    ruleId: finding.ruleId,
    ruleIndex,
    kind: 'fail',
    level: levels[finding.severity],
    message: { text: messageOf(finding, rule, scope) },
    locations: [placeOf(finding, scope)],
    ...(related.length > 0 ? { relatedLocations: related } : {}),
    ...(flow === undefined ? {} : { codeFlows: [flow] }),
    partialFingerprints: {
      'keyscan/v1': identity(finding, scope) + (occurrence > 1 ? `:${occurrence}` : ''),
    },
    rank: ranks[finding.confidence],
    ...(suppression === undefined ? {} : { suppressions: [suppression] }),
    properties: {
      severity: finding.severity,
      confidence: finding.confidence,
      evidence: finding.evidence.map(({ text }) => text),
      fingerprint: finding.fingerprint,
      exposure: { kind: finding.exposure.kind, reason: finding.exposure.reason },
      provenance: provenanceShape(finding.provenance),
    },
  };
}

/** The secret, its rule and its file: what makes a result the same in the next run, wherever its line has gone. */
export const identity = (finding: Finding, scope: Scope): string =>
  `${finding.fingerprint}:${finding.ruleId}:${fromTop(finding.file, scope)}`;

/** What leaked, who sees it, what to do: whole sentences, because alerts show nothing else. */
function messageOf(finding: Finding, rule: RuleInfo, scope: Scope): string {
  const { exposure } = finding;
  const last = exposure.way.at(-1);
  return [
    sentence(finding.title),
    ...(exposure.kind === 'client'
      ? [sentence(last === undefined ? 'It ships to browsers' : `It ships to browsers through ${last.file}`)]
      : []),
    ...commitSentence(finding),
    plain(nextStep(finding, rule, { inGit: scope.inGit })),
  ].join(' ');
}

function commitSentence({ provenance }: Finding): string[] {
  if (provenance.kind !== 'commit') return [];
  const { first, inHead, pushed } = provenance.history;
  const since = first === undefined ? 'It is stored in the history' : `It was committed in ${first.id.slice(0, 12)}`;
  return [
    sentence(`${since}, ${inHead ? 'stands in HEAD' : 'is gone from HEAD'} and was ${pushed ? '' : 'not '}pushed`),
  ];
}

const relatedOf = (finding: Finding, scope: Scope): readonly Location[] =>
  finding.related
    .slice(0, limits.locationsOfResult - 1)
    .map((step, index) => ({ id: index + 1, ...stepLocation(step, scope) }));

/** The way from the secret to who can see it. */
function flowOf(finding: Finding, scope: Scope): CodeFlow | undefined {
  const { way, reason, kind } = finding.exposure;
  const [first] = way;
  if (first === undefined) return undefined;
  const own = { file: finding.file, line: finding.start.line, why: 'The secret stands here.' };
  const startsHere = first.file === own.file && first.line === own.line;
  const steps = startsHere ? way : [own, ...way];
  return {
    message: { text: sentence(reason || `Exposure: ${kind}`) },
    threadFlows: [
      { locations: steps.slice(0, limits.locationsOfFlow).map((step) => ({ location: stepLocation(step, scope) })) },
    ],
  };
}

function suppressionOf({ suppressed }: Finding): Suppression | undefined {
  const kind = suppressed && decisions[suppressed.reason];
  return kind && { kind, status: 'accepted', justification: plain(suppressed.detail ?? '') || 'No reason was given.' };
}
