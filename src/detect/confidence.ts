import type { Candidate, Confidence, Evidence, Severity } from '../model/index.ts';
import { confidences, severities } from '../model/index.ts';

const level: Record<Confidence, number> = { low: 0, medium: 1, high: 2 };

/** What a match says by itself, where the rule's own check adds nothing. */
function shapeEvidence({ rule }: Candidate): readonly Evidence[] {
  if (rule.kind === 'named')
    return [{ text: 'the name or its neighbours say whose key it is, and it has the right form', weight: 0 }];
  if (rule.kind !== 'pattern') return [];
  return [
    { text: rule.broad ? 'has the form of such a credential' : 'has the shape this vendor gives its keys', weight: 0 },
  ];
}

/** All that speaks for or against a candidate. */
export const evidenceOf = (candidate: Candidate): readonly Evidence[] => [
  ...(candidate.judgement.evidence ?? shapeEvidence(candidate)),
  ...candidate.evidence,
];

/**
 * How sure a finding is, by one formula everywhere: the level its rule claims, one level up or down for each piece of
 * evidence that weighs, never beyond `low` and `high`. What a checksum proves is always `high`.
 */
export function confidenceOf(candidate: Candidate): Confidence {
  if (candidate.judgement.kind === 'proven') return 'high';
  const sum = evidenceOf(candidate).reduce<number>(
    (total, { weight }) => total + weight,
    level[candidate.rule.confidence ?? 'high'],
  );
  return confidences[2 - Math.max(0, Math.min(2, sum))] as Confidence;
}

/** Where code is tried out or shown: a leak there is a leak, of less weight. */
const isTrial =
  /(?:^|[/._-])(?:tests?|__tests__|specs?|__mocks__|mocks?|fixtures?|testdata|test-data|e2e|cypress|examples?|samples?|demos?|stubs?|snapshots?|__snapshots__|docs?|tutorials?|benchmarks?|storybook|stories)(?:[/._-]|$)|[a-z]Tests?\.\w+$/i;

/** True for tests, fixtures, examples and documentation, going by the path alone. */
export const isTrialPath = (path: string): boolean => isTrial.test(path);

/** A severity, one level down for tests and examples, never below `low`. */
export function severityAt(severity: Severity, path: string): Severity {
  if (severity === 'note' || severity === 'low' || !isTrialPath(path)) return severity;
  return severities[severities.indexOf(severity) + 1] as Severity;
}
