import type { Item, Rule, RuleHead, Source } from '../model/index.ts';
import { readItem } from '../sources/read.ts';
import { emptyBatch, ItemInspector } from './inspect-items.ts';
import type { Batch, Setup } from './messages.ts';

/** Less than this is looked at in this thread: starting others costs more than it saves. */
const few = { items: 400, bytes: 8 << 20 };
const itemsInBatch = 48;
const objectsInBatch = { items: 1000, bytes: 8 << 20 };

export interface Means {
  /** Threads at most. */
  readonly jobs: number;
  /** The worker's built file; without it everything happens in this thread. */
  readonly worker?: URL;
}

/**
 * Looks at everything a source yields, in as many threads as are worth it, and hands on what became of it. The order of
 * what is handed on depends on the threads; its content does not.
 */
export async function inspectSource(
  source: Source,
  rules: readonly (Rule | RuleHead)[],
  setup: Setup,
  means: Means,
  take: (batch: Batch) => void,
  signal: AbortSignal,
): Promise<void> {
  let inspector: ItemInspector | undefined;
  let pool: import('./pool.ts').Pool | undefined;
  const batches = new Batches();

  /** Hands over batches; until there is reason to start threads, whatever waits stays where it is. */
  const flush = async (last: boolean): Promise<void> => {
    if (!pool && means.worker && means.jobs > 1 && batches.areMany) {
      const { Pool } = await import('./pool.ts');
      pool = new Pool(means.worker, means.jobs, setup, take);
    }
    if (!pool && !last && !batches.areMany) return;
    for (const items of batches.take(last)) {
      if (signal.aborted) return;
      if (pool) await pool.give(items);
      else {
        inspector ??= new ItemInspector(rules, setup, readItem);
        take(await inspector.inspectAll(items, signal));
        // A breath, so that an interrupt is heard.
        await new Promise(setImmediate);
      }
    }
  };

  try {
    for await (const item of source.items(signal)) {
      if (signal.aborted) break;
      if (item.kind === 'skip') take({ ...emptyBatch(), skips: [item] });
      else if (batches.add(item)) await flush(false);
    }
    if (signal.aborted) return;
    await flush(true);
    await pool?.drain();
  } finally {
    inspector?.close();
    await pool?.close();
  }
}

/** Items that wait, in batches of a size that is worth handing over. */
class Batches {
  #files: Item[] = [];
  #objects: Item[] = [];
  /** Of the objects. */
  #bytes = 0;
  readonly #full: Item[][] = [];
  #waiting = { items: 0, bytes: 0 };

  /** @returns true where a batch is ready */
  add(item: Item): boolean {
    this.#waiting.items++;
    if (item.place.kind === 'object') {
      const bytes = item.place.size ?? 0;
      this.#bytes += bytes;
      this.#waiting.bytes += bytes;
      if (this.#objects.push(item) >= objectsInBatch.items || this.#bytes >= objectsInBatch.bytes) this.#closeObjects();
    } else if (this.#files.push(item) >= itemsInBatch) this.#closeFiles();
    return this.#full.length > 0;
  }

  /** True where threads are worth their start. */
  get areMany(): boolean {
    return this.#waiting.items >= few.items || this.#waiting.bytes >= few.bytes;
  }

  /** Takes out the batches that are full, or all there are. */
  *take(all: boolean): Generator<readonly Item[]> {
    if (all && this.#files.length > 0) this.#closeFiles();
    if (all && this.#objects.length > 0) this.#closeObjects();
    for (let batch = this.#full.shift(); batch; batch = this.#full.shift()) yield batch;
    this.#waiting = { items: this.#files.length + this.#objects.length, bytes: this.#bytes };
  }

  #closeFiles(): void {
    this.#full.push(this.#files);
    this.#files = [];
  }

  #closeObjects(): void {
    this.#full.push(this.#objects);
    this.#objects = [];
    this.#bytes = 0;
  }
}
