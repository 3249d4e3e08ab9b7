import type { Finding, Report } from '../model/index.ts';
import { severities } from '../model/index.ts';
import { nextStep } from '../remedy/index.ts';
import { count, list, size, visible } from '../text/index.ts';
import { fromTop } from './paths.ts';
import { rulesOf } from './rule-of.ts';
import { bySeverity, failures, worstFirst } from './tally.ts';

/** GitHub drops a summary above 1 MiB; what is said after the table needs room too. Bytes of UTF-8. */
const mostBytes = 1024 * 1024 - 4096;
/** A longer table is read by nobody. */
const mostRows = 1_000;
const mostGaps = 100;
/** UTF-16 units of one name: a reference may take six bytes for a sign. */
const longestName = 300;

/** Every sign that could mean something to Markdown or HTML, as a character reference: those are never structure. */
const inert = (text: string): string => visible(text).replace(/[!-/:-@[-`{-~]/g, (sign) => `&#${sign.charCodeAt(0)};`);

const code = (text: string): string => `<code>${inert(short(text))}</code>`;
const short = (text: string): string => (text.length <= longestName ? text : `…${text.slice(1 - longestName)}`);

/** A report as Markdown for the summary of a workflow step: under 1 MiB, and safe whatever the repository holds. */
export function stepSummary(report: Report): string {
  const gaps = gapLines(report);
  const head = [`## keyscan: ${verdict(report)}`, '', lookedAt(report), ''];
  if (report.findings.length === 0) return lines([...head, ...gaps]);
  const ruleOf = rulesOf(report);
  const table = ['| Severity | Where | What | Next |', '| --- | --- | --- | --- |'];
  let room = mostBytes - bytes(lines([...head, ...gaps, ...table]));
  let shown = 0;
  for (const finding of worstFirst(report.findings).slice(0, mostRows)) {
    const line = row(finding, nextStep(finding, ruleOf(finding), { inGit: report.scope.inGit }), report);
    room -= bytes(line) + 1;
    if (room < 0) break;
    table.push(line);
    shown++;
  }
  const rest = report.findings.length - shown;
  const more = rest > 0 ? ['', `${count(rest, 'more finding')} not shown here; the report has all.`] : [];
  return lines([...head, ...table, ...more, '', ...gaps]);
}

function verdict({ findings, complete, counts }: Report): string {
  if (complete && findings.length === 0 && counts.files === 0) return 'there was nothing to look at';
  const tally = bySeverity(findings);
  const parts = severities
    .filter((severity) => tally[severity] > 0)
    .map((severity) => `${tally[severity]} ${severity}`);
  const found =
    findings.length === 0 ? 'no secrets found' : `${count(findings.length, 'finding')} (${parts.join(', ')})`;
  return complete ? found : `incomplete, ${found}`;
}

const whatModesRead = {
  files: 'files of the work tree',
  staged: 'staged files',
  stdin: 'inputs',
  history: 'contents of the history',
} as const satisfies Record<Report['scope']['mode'], string>;

function lookedAt({ scope, counts, suppressed }: Report): string {
  const held = suppressed.length > 0 ? ` ${count(suppressed.length, 'finding')} suppressed.` : '';
  const history =
    scope.commits !== undefined
      ? ` Of history, ${inert(scope.commits)} were looked at.`
      : scope.mode === 'files' && scope.inGit
        ? ' History was not looked at.'
        : '';
  return `Looked at ${counts.files} ${whatModesRead[scope.mode]} (${size(counts.bytes)}).${history}${held}`;
}

function row(finding: Finding, next: string, { scope }: Report): string {
  const place = code(`${fromTop(finding.file, scope)}:${finding.start.line}`);
  const seen = finding.exposure.kind === 'client' ? '<br>**ships to browsers**' : '';
  return `| ${finding.severity} | ${place} | ${inert(short(finding.title))}${seen} | ${inert(next)} |`;
}

function gapLines(report: Report): string[] {
  if (report.complete) return [];
  const gaps = failures(report);
  if (gaps.length === 0) return ['**Incomplete:** the scan ended before it had looked everywhere.'];
  const rest = gaps.length - mostGaps;
  return [
    `**Incomplete:** ${count(gaps.length, 'place')} could not be looked at (${list([...new Set(gaps.map(({ reason }) => reason))])}).`,
    '',
    ...gaps
      .slice(0, mostGaps)
      .map(({ path, reason, detail }) => `- ${code(path)}: ${reason}${detail ? ` (${inert(short(detail))})` : ''}`),
    ...(rest > 0 ? [`- and ${count(rest, 'more', 'more')}`] : []),
  ];
}

const lines = (all: readonly string[]): string => `${all.join('\n').trimEnd()}\n`;
const bytes = (text: string): number => Buffer.byteLength(text);
