import { fileURLToPath } from 'node:url';
import type { CommandLine } from './command-line.ts';
import { type ExitCode, exitCodes } from './exit-code.ts';
import type { Streams } from './streams.ts';
import { tellError } from './tell-error.ts';
import { version } from './version.ts';

/**
 * The whole program: reads the command line, does what it asks, gives the exit code. What a command needs is loaded when
 * that command runs, and no sooner.
 * @throws UsageError, SourceError, WriteError
 */
export async function runCommandLine(argv: readonly string[], streams: Streams): Promise<ExitCode> {
  const line = await readCommandLine(argv, streams);
  const { print } = await import('./output.ts');
  switch (line.command) {
    case 'version':
      await print(streams.stdout, `${version}\n`);
      return exitCodes.clean;
    case 'help':
      await print(streams.stdout, line.text);
      return exitCodes.clean;
    case 'scan':
      return (await import('./scan-command.ts')).scanCommand(line, streams);
    case 'rules':
      await print(streams.stdout, (await import('./rules-command.ts')).rulesText(line));
      return exitCodes.clean;
    case 'explain':
      await print(streams.stdout, (await import('./rules-command.ts')).explainText(line));
      return exitCodes.clean;
    case 'ignore':
      return (await import('./ignore-command.ts')).ignoreCommand(line, streams);
    case 'hook':
      await print(streams.stdout, await (await import('./hook-command.ts')).hookCommand(line, streams));
      return exitCodes.clean;
  }
}

async function readCommandLine(argv: readonly string[], streams: Streams): Promise<CommandLine> {
  if (argv.length === 1 && argv[0] === '--version') return { command: 'version' };
  const { parseFast } = await import('./parse-fast.ts');
  const raw =
    parseFast(argv) ?? (await (await import('./parse-full.ts')).parseFull(argv, streams.stdout.columns || 80));
  return 'text' in raw ? raw : (await import('./interpret.ts')).interpret(raw);
}

/** Runs the program in this process. Whatever happens, the exit code says it: until something has ended well it is 3. */
export async function main(): Promise<void> {
  const { stdin, stdout, stderr, env: environment } = process;
  process.exitCode = exitCodes.incomplete;
  const fail = (error: unknown): void => {
    const { text, code } = tellError(error);
    stderr.write(text);
    process.exitCode = code;
  };
  process.on('uncaughtException', (error) => {
    fail(error);
    process.exit();
  });
  // Who reads may go away; `print` tells what else can happen to standard output.
  for (const stream of [stdout, stderr]) stream.on('error', () => {});
  try {
    const built = import.meta.url.endsWith('.js');
    process.exitCode = await runCommandLine(process.argv.slice(2), {
      cwd: process.cwd(),
      environment,
      stdin,
      stdout,
      stderr,
      today: today(),
      program: fileURLToPath(new URL('../bin/keyscan.js', import.meta.url)),
      ...(built ? { worker: new URL('./worker.js', import.meta.url) } : {}),
    });
  } catch (error) {
    fail(error);
  }
}

/** The day where the user is. */
function today(): string {
  const now = new Date();
  const two = (number: number) => String(number).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
