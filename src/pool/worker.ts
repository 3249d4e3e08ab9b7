import { parentPort, workerData } from 'node:worker_threads';
import { readItem } from '../sources/read.ts';
import { chooseRules } from './choose-rules.ts';
import { emptyBatch, ItemInspector } from './inspect-items.ts';
import type { FromWorker, Setup, ToWorker } from './messages.ts';

/** A thread that reads contents itself and sends back findings and skips: no secret crosses threads. */
const setup = workerData as Setup;
const inspector = new ItemInspector(chooseRules(setup.rules), setup, readItem);

parentPort?.on('message', ({ items }: ToWorker) => {
  const batch = emptyBatch();
  for (const item of items) inspector.inspect(item, batch);
  parentPort?.postMessage({ batch } satisfies FromWorker);
});
