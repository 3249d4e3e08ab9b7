import { randomUUID } from 'node:crypto';
import { appendFileSync, existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Report } from '../model/index.ts';
import { annotations, render, stepSummary } from '../report/index.ts';
import { eventOf, scanEvent } from './action-commits.ts';
import { inputOf, rawOfInputs } from './action-inputs.ts';
import type { CommandLine } from './command-line.ts';
import { type ExitCode, exitCodeOf, exitCodes } from './exit-code.ts';
import { guard } from './guard.ts';
import { interpret } from './interpret.ts';
import { mergeReports } from './merge-reports.ts';
import { print, writeReport } from './output.ts';
import { performScan, type Scanned } from './perform-scan.ts';
import type { Streams } from './streams.ts';
import { tellError } from './tell-error.ts';
import { today } from './today.ts';

/** GitHub shows ten annotations of a kind for each step. */
const annotationsOfAKind = 10;

/**
 * A step of GitHub Actions: scans what is checked out and the commits of the event, then writes the report to the log,
 * annotations, a summary, a SARIF file and the step's outputs.
 * @throws UsageError, SourceError, WriteError
 */
export async function runAction(streams: Streams): Promise<ExitCode> {
  const { environment, cwd, stdout } = streams;
  const line = interpret(rawOfInputs(environment));
  if (line.command !== 'scan') return exitCodes.usage;
  const { settings, report } = await scanAll(line, streams);
  const { format, verbose } = line.telling;
  const text = render(format, report, { colour: format === 'text', verbose, quiet: false });
  await print(stdout, withoutCommands(text));
  await print(
    stdout,
    annotations(report, { limit: annotationsOfAKind })
      .map((each) => `${each}\n`)
      .join(''),
  );

  const sarif = sarifFile(environment, cwd);
  if (sarif !== undefined)
    writeReport(sarif, cwd, render('sarif', report, { colour: false, verbose: false, quiet: false }));
  const summary = environment['GITHUB_STEP_SUMMARY'];
  if (summary) appendFileSync(summary, stepSummary(report));
  const code = exitCodeOf(report, settings.failOn);
  const outputs = {
    findings: report.findings.length,
    complete: report.complete,
    'exit-code': code,
    'sarif-file': sarif ?? '',
  };
  if (environment['GITHUB_OUTPUT']) appendFileSync(environment['GITHUB_OUTPUT'], outputLines(outputs));
  return code;
}

/** What is checked out and, unless the input `commits` says no, what the commits of the event add. */
async function scanAll(
  { given, telling }: Extract<CommandLine, { command: 'scan' }>,
  streams: Streams,
): Promise<Pick<Scanned, 'settings'> & { readonly report: Report }> {
  const { report, settings } = await performScan(given, telling, streams);
  const { environment, cwd } = streams;
  if (inputOf('commits', environment) === 'false' || given.mode.kind !== 'files') return { settings, report };
  const { roots } = given.mode;
  const range = async (range: string): Promise<Report> =>
    (await performScan({ ...given, mode: { kind: 'history', roots, range } }, telling, streams)).report;
  const event = await scanEvent(eventOf(environment), range, roots, cwd);
  switch (event.kind) {
    case 'none':
      return { settings, report };
    case 'gap':
      return { settings, report: { ...report, skips: [...report.skips, event.skip], complete: false } };
    case 'scanned':
      return { settings, report: mergeReports(report, event.report, event.commits) };
  }
}

/** Lines of the log that begin like a command are obeyed, and file names come from the repository. */
function withoutCommands(text: string): string {
  const token = randomUUID();
  return `::stop-commands::${token}\n${text}${text.endsWith('\n') ? '' : '\n'}::${token}::\n`;
}

/** Where the SARIF report goes: as asked, else beside the work tree, where no later scan finds it. */
function sarifFile(environment: NodeJS.ProcessEnv, cwd: string): string | undefined {
  const asked = inputOf('sarif-file', environment);
  if (asked !== '') return resolve(cwd, asked);
  return environment['RUNNER_TEMP'] ? join(environment['RUNNER_TEMP'], 'keyscan.sarif') : undefined;
}

/** The form of GITHUB_OUTPUT, with a delimiter that no value can hold. */
function outputLines(outputs: Readonly<Record<string, string | number | boolean>>): string {
  const delimiter = `keyscan-${randomUUID()}`;
  return Object.entries(outputs)
    .map(([name, value]) => `${name}<<${delimiter}\n${value}\n${delimiter}\n`)
    .join('');
}

/** Runs the step in this process; the built action calls it. */
async function main(): Promise<void> {
  const { stdout, stderr, env: environment } = process;
  guard();
  const worker = new URL('./action-worker.js', import.meta.url);
  try {
    process.exitCode = await runAction({
      cwd: process.cwd(),
      environment,
      stdin: () => process.stdin,
      stdout,
      stderr,
      today: today(),
      program: fileURLToPath(import.meta.url),
      ...(existsSync(worker) ? { worker } : {}),
    });
  } catch (error) {
    const { text, code } = tellError(error);
    stderr.write(text);
    stdout.write(`::error title=keyscan::${text.trim().replaceAll('%', '%25').replaceAll('\n', '%0A')}\n`);
    process.exitCode = code;
  }
}

if (import.meta.url.endsWith('action.js')) await main();
