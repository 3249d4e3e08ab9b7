import type { CommandLine } from './command-line.ts';
import { type ExitCode, exitCodes } from './exit-code.ts';
import { graphCommand } from './graph-command.ts';
import { hookCommand } from './hook-command.ts';
import { ignoreCommand } from './ignore-command.ts';
import { print } from './output.ts';
import { explainText, rulesText } from './rules-command.ts';
import type { Streams } from './streams.ts';
import { version } from './version.ts';

export { parseFull } from './parse-full.ts';

/** Runs any command but a scan. @throws UsageError, SourceError, WriteError */
export async function runOther(line: Exclude<CommandLine, { command: 'scan' }>, streams: Streams): Promise<ExitCode> {
  if (line.command === 'ignore') return ignoreCommand(line, streams);
  await print(streams.stdout, await textOf(line, streams));
  return exitCodes.clean;
}

type Told = Exclude<CommandLine, { command: 'scan' | 'ignore' }>;

/** What a command prints that does nothing else, or has done it. */
function textOf(line: Told, streams: Streams): string | Promise<string> {
  switch (line.command) {
    case 'version':
      return `${version}\n`;
    case 'help':
      return line.text;
    case 'rules':
      return rulesText(line);
    case 'explain':
      return explainText(line);
    case 'graph':
      return graphCommand(line, streams);
    case 'hook':
      return hookCommand(line, streams);
  }
}
