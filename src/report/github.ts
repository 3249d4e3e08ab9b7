import type { Finding, Report, Severity } from '../model/index.ts';
import { nextStep } from '../remedy/index.ts';
import { count, visible } from '../text/index.ts';
import { fromTop } from './paths.ts';
import { rulesOf } from './rule-of.ts';
import { failures, worstFirst } from './tally.ts';

export { stepSummary } from './step-summary.ts';

type Command = 'error' | 'warning' | 'notice';

const commands: Readonly<Record<Severity, Command>> = {
  critical: 'error',
  high: 'error',
  medium: 'warning',
  low: 'notice',
  note: 'notice',
};

/** Escapes of workflow commands. Source: actions/toolkit, command.ts. */
const data = (text: string): string =>
  visible(text).replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
const property = (text: string): string => data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');

function commandLine(command: Command, properties: Readonly<Record<string, string | number>>, message: string): string {
  const given = Object.entries(properties).map(([name, value]) => `${name}=${property(String(value))}`);
  return `::${command} ${given.join(',')}::${data(message)}`;
}

/**
 * Workflow commands that make annotations, one a line each, without line ends: gaps first, then the worst findings.
 *
 * @param limit annotations of one kind; GitHub shows ten of a kind for each step, fifty for a job
 */
export function annotations(report: Report, { limit }: { readonly limit: number }): string[] {
  const used: Record<Command, number> = { error: 0, warning: 0, notice: 0 };
  const lines: string[] = [];
  const add = (command: Command, line: string): void => {
    if (used[command]++ < limit) lines.push(line);
  };
  if (!report.complete) add('error', gapAnnotation(report));
  const ruleOf = rulesOf(report);
  for (const finding of worstFirst(report.findings)) {
    const command = commands[finding.severity];
    const next = nextStep(finding, ruleOf(finding), { inGit: report.scope.inGit });
    add(command, commandLine(command, placeProperties(finding, report), messageOf(finding, report, next)));
  }
  return lines;
}

/** Whether GitHub can open the file: it can where the commit that was checked out has it. */
const isOpenable = ({ provenance }: Finding): boolean =>
  provenance.kind === 'commit' ? provenance.history.inHead : provenance.kind !== 'tag' && provenance.kind !== 'stdin';

function placeProperties(finding: Finding, { scope }: Report): Readonly<Record<string, string | number>> {
  const { start, end, title, severity } = finding;
  const name = { title: `${severity}: ${title}` };
  if (!isOpenable(finding)) return name;
  const line = { file: fromTop(finding.file, scope), line: start.line, endLine: end.line };
  // Columns are heeded only within one line.
  return start.line === end.line
    ? { ...line, col: start.column, endColumn: end.column, ...name }
    : { ...line, ...name };
}

function messageOf(finding: Finding, { scope }: Report, next: string): string {
  const place = isOpenable(finding) ? '' : `${fromTop(finding.file, scope)}:${finding.start.line}: `;
  const seen = finding.exposure.kind === 'client' ? ' It ships to browsers.' : '';
  return `${place}${finding.title}.${seen} ${next}`;
}

function gapAnnotation(report: Report): string {
  const gaps = failures(report);
  const [first] = gaps;
  const what =
    first === undefined
      ? 'The scan ended before it had looked everywhere.'
      : `${count(gaps.length, 'place')} could not be looked at, ${first.path} (${first.reason}${
          first.detail ? `: ${first.detail}` : ''
        }) ${gaps.length === 1 ? 'only' : 'among them'}.`;
  return commandLine('error', { title: 'keyscan: incomplete' }, what);
}
