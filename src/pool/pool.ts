import { setFlagsFromString } from 'node:v8';
import { Worker } from 'node:worker_threads';
import type { Item } from '../model/index.ts';
import type { Batch, FromWorker, Setup, ToWorker } from './messages.ts';

/** Batches a worker has at once: one it works on, one that waits. */
const inFlight = 2;

/**
 * What a thread makes lives for one content: a young generation that holds a syntax tree of it is enough. With half of this
 * such trees are moved to the old generation, and understanding programs takes twice the time (`bench/syntax.mjs`); with
 * more, or without the slow growth, a thread takes half as much memory again and is no faster.
 */
const resourceLimits = { maxYoungGenerationSizeMb: 24 };
const growSlowly = '--heap-growing-percent=50';

interface Thread {
  readonly worker: Worker;
  busy: number;
}

/** Threads that look at items. Batches come back in any order; whoever takes them sorts at the end. */
export class Pool {
  readonly #threads: Thread[] = [];
  readonly #take: (batch: Batch) => void;
  #free: (() => void) | undefined;
  #failure: Error | undefined;

  /**
   * @param entry the worker's built file
   * @param take is handed every batch
   */
  constructor(entry: URL, jobs: number, setup: Setup, take: (batch: Batch) => void) {
    this.#take = take;
    setFlagsFromString(growSlowly);
    for (let index = 0; index < jobs; index++) this.#start(entry, setup);
  }

  #start(entry: URL, setup: Setup): void {
    const worker = new Worker(entry, { workerData: setup, resourceLimits });
    const thread: Thread = { worker, busy: 0 };
    this.#threads.push(thread);
    worker.on('message', (message: FromWorker) => {
      thread.busy--;
      if ('batch' in message) this.#take(message.batch);
      else this.#failure = new Error(message.failure);
      this.#wake();
    });
    worker.on('error', (error) => {
      this.#failure = error;
      this.#wake();
    });
    worker.on('exit', (code) => {
      if (thread.busy > 0) this.#failure ??= new Error(`a worker ended with code ${code} while it had work`);
      this.#wake();
    });
  }

  #wake(): void {
    this.#free?.();
    this.#free = undefined;
  }

  async #changed(): Promise<void> {
    await new Promise<void>((resolve) => {
      this.#free = resolve;
    });
    if (this.#failure) throw this.#failure;
  }

  /** Hands items to the least busy thread; waits while all have enough. Throws when a thread has failed. */
  async give(items: readonly Item[]): Promise<void> {
    if (this.#failure) throw this.#failure;
    for (;;) {
      const idlest = this.#threads.reduce((a, b) => (b.busy < a.busy ? b : a));
      if (idlest.busy < inFlight) {
        idlest.busy++;
        idlest.worker.postMessage({ items } satisfies ToWorker);
        return;
      }
      await this.#changed();
    }
  }

  /** Waits until everything given has come back. */
  async drain(): Promise<void> {
    while (this.#threads.some(({ busy }) => busy > 0)) await this.#changed();
  }

  async close(): Promise<void> {
    await Promise.all(this.#threads.map(({ worker }) => worker.terminate()));
  }
}
