import { exitCodes } from './exit-code.ts';
import { tellError } from './tell-error.ts';

/**
 * Makes sure that the exit code is true whatever happens: 3 until the program says otherwise, also where it ends without
 * having said anything, and where an error reaches nobody. Node's own code for that is 1, which here means findings.
 */
export function guard(): void {
  process.exitCode = exitCodes.incomplete;
  process.on('uncaughtException', (error) => {
    const { text, code } = tellError(error);
    process.stderr.write(text);
    process.exit(code === exitCodes.usage ? code : exitCodes.incomplete);
  });
  // Who reads may go away; `print` tells what else can happen to standard output.
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {});
}
