import type { Given } from '../config/given.ts';
import type { Report } from '../model/index.ts';
import { run } from '../scan.ts';
import type { Telling } from './command-line.ts';
import { endOnSignal } from './interrupt.ts';
import { type Prepared, prepare } from './prepare.ts';
import { Progress } from './progress.ts';
import type { Streams } from './streams.ts';
import { version } from './version.ts';

/** A scan that is done. */
export interface Scanned extends Prepared {
  readonly report: Report;
  readonly durationMs: number;
}

/**
 * Prepares a scan and runs it, with its progress on the terminal.
 * @throws UsageError, SourceError
 */
export async function performScan(given: Given, telling: Telling, streams: Streams): Promise<Scanned> {
  const prepared = await prepare(given, telling.config, streams.cwd, streams.today);
  const progress = new Progress(telling.quiet ? undefined : streams.stderr);
  endOnSignal(() => progress.clear());
  try {
    const report = await run(prepared.settings, {
      version,
      onProgress: (files, bytes) => progress.update(files, bytes),
      ...(given.mode.kind === 'stdin' ? { stdin: streams.stdin() } : {}),
      ...(streams.worker ? { worker: streams.worker } : {}),
    });
    return { ...prepared, report, durationMs: progress.elapsed };
  } finally {
    progress.clear();
  }
}
