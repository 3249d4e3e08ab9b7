import type { ExposureKind, Finding, RuleInfo } from '../../model/index.ts';
import { nextStep } from '../../remedy/index.ts';
import { count, shellWord, visible } from '../../text/index.ts';
import type { Group } from './groups.ts';
import type { Paint } from './paint.ts';
import { frame, underline } from './snippet.ts';
import { exposureLines, placeOf, provenanceLine, relatedLine } from './where.ts';

/** What the lines of a finding are made with. */
export interface Setting {
  readonly paint: Paint;
  /** Columns a line may have. */
  readonly columns: number;
  readonly verbose: boolean;
  readonly inGit: boolean;
  readonly rule: (finding: Finding) => RuleInfo;
}

const indent = '  ';
const details = '    ';
/** Places named beside a secret before the rest is counted. */
const namedPlaces = 3;

/** Exposures that mean strangers can see it. */
const outsiders: ReadonlySet<ExposureKind> = new Set<ExposureKind>(['client', 'public-file', 'source-map', 'package']);
const asIs = (line: string): string => line;

/** A finding as lines, indented below the name of its file: where and what, the line, why, who sees it, what to do. */
export function findingLines(finding: Finding, setting: Setting): string[] {
  const { paint, columns, verbose, rule, inGit } = setting;
  const room = columns - details.length;
  const related = relatedLine(finding.related, verbose ? finding.related.length : namedPlaces);
  const provenance = provenanceLine(finding);
  const seen = outsiders.has(finding.exposure.kind) ? paint.alarm : asIs;
  return [
    `${indent}${headOf(finding, paint)}`,
    ...[
      ...snippetLines(finding, setting),
      `why: ${reasons(finding)}`,
      ...exposureLines(finding.exposure, room, verbose).map(seen),
      ...(provenance === undefined ? [] : [provenance]),
      ...(related === undefined ? [] : [`see also: ${related}`]),
      `next: ${nextStep(finding, rule(finding), { inGit })}`,
      paint.quiet(`id: ${shellWord(visible(finding.fingerprint))} (${visible(finding.ruleId)})`),
    ].map((line) => details + line),
  ];
}

/** Where, how bad, what: `src/ai.ts:12:18: critical: OpenAI API key`. */
export const headOf = (finding: Finding, paint: Paint): string =>
  `${paint.place(placeOf(finding))}: ${paint.severity[finding.severity](finding.severity)}: ${visible(finding.title)}`;

/** The evidence and what it amounts to. */
const reasons = ({ evidence, confidence }: Finding): string =>
  `${evidence.map(({ text }) => visible(text)).join('; ') || 'its shape'} (confidence ${confidence})`;

function snippetLines({ snippet }: Finding, { paint, columns }: Setting): string[] {
  if (snippet === undefined) return [];
  const gutter = paint.quiet('|');
  const framed = frame(snippet, columns - details.length - 2);
  return [
    `${gutter} ${framed.before}${paint.secret(framed.secret)}${framed.after}`,
    `${gutter} ${paint.secret(underline(framed))}`,
  ];
}

/** A secret found at many places, as lines: the first place in full, the others named or counted. */
export function secretLines([first, ...others]: Group, setting: Setting): string[] {
  const lines = findingLines(first, setting);
  if (others.length === 0) return lines;
  const rest = others.length - namedPlaces;
  const named = others.slice(0, namedPlaces).map(placeOf).join(', ');
  const also = `at ${count(others.length, 'more place')}: ${named}${rest > 0 ? ` and ${rest} more` : ''}`;
  return [...lines, details + also];
}
