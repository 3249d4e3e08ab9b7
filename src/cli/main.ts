import { fileURLToPath } from 'node:url';
import type { CommandLine } from './command-line.ts';
import { type ExitCode, exitCodes } from './exit-code.ts';
import { guard } from './guard.ts';
import type { Streams } from './streams.ts';
import { tellError } from './tell-error.ts';
import { today } from './today.ts';
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
  guard();
  try {
    const built = import.meta.url.endsWith('.js');
    process.exitCode = await runCommandLine(process.argv.slice(2), {
      cwd: process.cwd(),
      environment,
      stdin,
      stdout,
      stderr,
      today: today(),
      program: fileURLToPath(new URL('../../bin/keyscan.cjs', import.meta.url)),
      ...(built ? { worker: new URL('./worker.js', import.meta.url) } : {}),
    });
  } catch (error) {
    const { text, code } = tellError(error);
    stderr.write(text);
    process.exitCode = code;
  }
}
