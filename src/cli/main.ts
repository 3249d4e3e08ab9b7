import { fileURLToPath } from 'node:url';
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
  if (argv.length === 1 && argv[0] === '--version') {
    streams.stdout.write(`${version}\n`);
    return exitCodes.clean;
  }
  const { interpret, parseFast, scanCommand } = await import('./plain-scan.ts');
  const plain = parseFast(argv);
  const others = () => import('./other-commands.ts');
  const parsed = plain ?? (await (await others()).parseFull(argv, streams.stdout.columns || 80));
  const line = 'text' in parsed ? parsed : interpret(parsed);
  return line.command === 'scan' ? scanCommand(line, streams) : (await others()).runOther(line, streams);
}

/** Runs the program in this process. Whatever happens, the exit code says it: until something has ended well it is 3. */
export async function main(): Promise<void> {
  const { stdout, stderr, env: environment } = process;
  guard();
  try {
    const built = import.meta.url.endsWith('.js');
    process.exitCode = await runCommandLine(process.argv.slice(2), {
      cwd: process.cwd(),
      environment,
      // Opened only where it is read.
      stdin: () => process.stdin,
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
