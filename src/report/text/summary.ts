import { isFailure, type Report, type Skip, severities } from '../../model/index.ts';
import { count, duration, size, visible } from '../../text/index.ts';
import type { RenderOptions } from '../options.ts';
import { bySeverity, failures, sorted, suppressedByReason } from '../tally.ts';
import { contentNouns, severalSkipped, skipLabels } from './labels.ts';
import type { Paint } from './paint.ts';

/** Gaps listed before the rest is counted. */
const listedGaps = 50;

/** What the run amounts to: findings, what was looked at, what was not and why. */
export function summaryLines(report: Report, options: RenderOptions, paint: Paint): string[] {
  if (options.quiet) return gapLines(report, options, paint);
  if (report.findings.length > 0)
    return [
      foundLine(report, paint),
      `Looked at ${lookedAt(report, options)}.`,
      ...asides(report),
      ...gapLines(report, options, paint),
      ...waysOut(report, paint),
    ];
  const notes = asides(report);
  if (report.complete && report.counts.files === 0)
    return [[`There was nothing to look at: ${lookedAt(report, options)}.`, ...notes].join(' ')];
  return report.complete
    ? [[paint.good(`No secrets found in ${lookedAt(report, options)}.`), ...notes].join(' ')]
    : [
        `Nothing was found in ${lookedAt(report, options)}, but not everything was looked at.`,
        ...notes,
        ...gapLines(report, options, paint),
      ];
}

function foundLine({ findings }: Report, paint: Paint): string {
  const tally = bySeverity(findings);
  const parts = severities
    .filter((severity) => tally[severity] > 0)
    .map((severity) => paint.severity[severity](`${tally[severity]} ${severity}`));
  return `${paint.strong(count(findings.length, 'finding'))}: ${parts.join(', ')}.`;
}

function lookedAt({ scope, counts }: Report, { durationMs }: RenderOptions): string {
  const [one, many] = contentNouns[scope.mode];
  const time = durationMs === undefined ? '' : `, ${duration(durationMs)}`;
  return `${count(counts.files, one, many)} (${size(counts.bytes)}${time})`;
}

/** What a reader might take for looked at, and is not; and what was set aside on purpose. */
function asides(report: Report): string[] {
  const { scope, counts } = report;
  const leftOut = amounts(counts.skipped, skipped);
  const suppressed = amounts(suppressedByReason(report), (amount, reason) => `by ${spaced(amount, reason)}`);
  return [
    ...ownNote(scope),
    ...historyNote(scope),
    ...(leftOut === undefined ? [] : [`Left out: ${leftOut}.`]),
    ...(suppressed === undefined ? [] : [`Suppressed: ${suppressed}.`]),
  ];
}

const namedFiles = 3;

/** What was searched for besides what rules find, and what was not because it says nothing wherever it stands. */
function ownNote({ own }: Report['scope']): string[] {
  if (own === undefined) return [];
  const named = own.from.slice(0, namedFiles).map(visible).join(', ');
  const rest = own.from.length - namedFiles;
  const from =
    own.from.length === 0 ? '' : ` of ${named}${rest > 0 ? ` and ${count(rest, 'more file', 'more files')}` : ''}`;
  const left = own.leftOut === 0 ? '' : `; ${own.leftOut} left out: short, public or easily guessed`;
  return [`Searched for ${count(own.values, 'value')}${from}${left}.`];
}

function historyNote({ mode, inGit, commits }: Report['scope']): string[] {
  if (commits !== undefined) return [`Of history, ${visible(commits)} were looked at.`];
  return mode === 'files' && inGit ? ['History was not looked at (keyscan --history does).'] : [];
}

function skipped(amount: number, name: string): string {
  const reason = name as Skip['reason'];
  return (amount > 1 ? severalSkipped[reason] : undefined) ?? skipLabels[reason] ?? name;
}

const spaced = (_: number, reason: string): string => reason.replaceAll('-', ' ');

/** `2 binary, 1 symbolic link`; nothing where there is nothing to count. */
function amounts(
  record: Readonly<Record<string, number>>,
  label: (amount: number, reason: string) => string,
): string | undefined {
  const entries = Object.entries(sorted(record));
  if (entries.length === 0) return undefined;
  return entries.map(([reason, amount]) => `${amount} ${visible(label(amount, reason))}`).join(', ');
}

/** What exists and was not looked at. An incomplete run never reads as clean. */
function gapLines(report: Report, { verbose }: RenderOptions, paint: Paint): string[] {
  if (report.complete) return [];
  const gaps = failures(report);
  const shown = verbose ? gaps : gaps.slice(0, listedGaps);
  const rest = gaps.length - shown.length;
  return [
    paint.alarm(
      gaps.length === 0
        ? 'Incomplete: the scan ended before it had looked everywhere.'
        : `Incomplete: ${count(gaps.length, 'place')} could not be looked at:`,
    ),
    ...shown.map((gap) => `  ${skipLine(gap)}`),
    ...(rest > 0 ? [`  and ${count(rest, 'more', 'more')} (keyscan -v lists them)`] : []),
  ];
}

const skipLine = ({ path, reason, detail }: Skip): string =>
  `${visible(path)}: ${skipLabels[reason]}${detail === undefined ? '' : ` (${visible(detail)})`}`;

/** How findings are accepted, or a stopped commit goes on. */
const waysOut = ({ scope }: Report, paint: Paint): string[] => [
  paint.quiet(
    scope.mode === 'staged'
      ? 'Take the values out and stage again; or accept one for good: keyscan ignore ID --reason "…"'
      : `Meant to be there? keyscan ignore ID ${scope.mode === 'history' ? '--history ' : ''}--reason "…"`,
  ),
];

/** What is otherwise only counted, one line each: contents left out, findings held back and why. */
export function verboseLines(report: Report, paint: Paint): string[] {
  const choices = report.skips.filter((skip) => !isFailure(skip));
  const heldBack = amounts(report.counts.heldBack, spaced);
  return [
    ...section(
      'Suppressed',
      paint,
      report.suppressed.map(
        ({ file, start, title, suppressed }) =>
          `${visible(file)}:${start.line}:${start.column}: ${visible(title)}: ${visible(suppressed?.reason ?? '')}${
            suppressed?.detail === undefined ? '' : ` (${visible(suppressed.detail)})`
          }`,
      ),
    ),
    ...section('Left out', paint, choices.map(skipLine)),
    ...(heldBack === undefined ? [] : [`Candidates held back: ${heldBack}.`, '']),
  ];
}

const section = (title: string, paint: Paint, lines: readonly string[]): string[] =>
  lines.length === 0 ? [] : [paint.strong(title), ...lines.map((line) => `  ${line}`), ''];
