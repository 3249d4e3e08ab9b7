import { parentPort, workerData } from 'node:worker_threads';
import { readItem } from '../sources/read.ts';
import { chooseRules } from './choose-rules.ts';
import { ItemInspector } from './inspect-items.ts';
import type { FromWorker, Setup, ToWorker } from './messages.ts';

/** A thread that reads contents itself and sends back findings and skips: no secret crosses threads. */
const setup = workerData as Setup;
const inspector = new ItemInspector(chooseRules(setup.rules), setup, readItem);

const never = new AbortController().signal;

/** Batches are looked at one after the other, whenever they arrive. */
let before: Promise<void> = Promise.resolve();

parentPort?.on('message', ({ items }: ToWorker) => {
  before = before.then(async () => {
    const batch = await inspector.inspectAll(items, never);
    parentPort?.postMessage({ batch } satisfies FromWorker);
  });
});
