import { catalog } from '../../rules/catalog.ts';
import { render } from '../report/index.ts';
import { count, duration } from '../text/count.ts';
import { unusedEntries } from '../triage/match-ignore.ts';
import { wantsColour } from './colour.ts';
import type { CommandLine } from './command-line.ts';
import { type ExitCode, exitCodeOf } from './exit-code.ts';
import { checkOutput, print, writeReport } from './output.ts';
import { performScan, type Scanned } from './perform-scan.ts';
import type { Streams } from './streams.ts';

/** Scans, and writes the report. @throws UsageError, SourceError, WriteError */
export async function scanCommand(
  { given, telling }: Extract<CommandLine, { command: 'scan' }>,
  streams: Streams,
): Promise<ExitCode> {
  const { output, format, quiet, verbose } = telling;
  if (output !== undefined) checkOutput(output, streams.cwd);
  const scanned = await performScan(given, telling, streams);
  const { report, settings } = scanned;
  const toFile = output !== undefined;
  const text = render(format, report, {
    colour: wantsColour(toFile ? {} : streams.stdout, telling.colour, streams.environment),
    ...(toFile || !streams.stdout.columns ? {} : { width: streams.stdout.columns }),
    verbose,
    quiet,
  });
  if (toFile) writeReport(output, streams.cwd, text);
  else await print(streams.stdout, text);
  if (!quiet) for (const line of asideLines(scanned, streams, output)) streams.stderr.write(`keyscan: ${line}\n`);
  return exitCodeOf(report, settings.failOn);
}

/** What is said on standard error after a scan: where the report is, which entries are of no use, how long it took. */
function* asideLines(scanned: Scanned, streams: Streams, output: string | undefined): Generator<string> {
  const { report, settings, expired, durationMs } = scanned;
  if (output !== undefined) yield `${count(report.findings.length, 'finding')}, written to ${output}`;
  if (expired.length > 0) yield `${count(expired.length, 'ignore entry', 'ignore entries')} expired`;
  if (settings.listHeld && settings.mode.kind === 'files') {
    const former = (id: string) => catalog.find((rule) => rule.id === id)?.aliases ?? [];
    for (const { rule, fingerprint, path } of unusedEntries(
      settings.ignores,
      [...report.findings, ...report.suppressed],
      former,
    ))
      yield `unused ignore entry: ${rule} ${fingerprint}${path === undefined ? '' : ` in ${path}`}`;
  }
  if (settings.listHeld || streams.stderr.isTTY) yield `took ${duration(durationMs)}`;
}
