import { writeSync } from 'node:fs';
import { constants } from 'node:os';
import { dropUnfinished } from '../config/write-whole.ts';

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/**
 * Ends the process when it is told to stop: at once, with no report, and no half-written file left behind. The exit code
 * is that of a shell for the signal: 130 on Ctrl-C.
 * @param before what to do first, such as clearing a line of the terminal
 */
export function endOnSignal(before: () => void): void {
  for (const signal of signals)
    process.once(signal, () => {
      dropUnfinished();
      try {
        before();
        writeSync(2, 'keyscan: stopped: the scan is incomplete\n');
      } catch {
        // Nobody listens any more.
      }
      process.exit(128 + constants.signals[signal]);
    });
}
