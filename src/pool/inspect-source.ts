import type { Item, Rule, RuleHead, Source } from '../model/index.ts';
import { readItem } from '../sources/read.ts';
import { emptyBatch, ItemInspector } from './inspect-items.ts';
import type { Batch, Setup } from './messages.ts';

/** Less than this is looked at in this thread: starting others costs more than it saves. */
const few = { items: 400, bytes: 8 << 20 };
const itemsInBatch = 48;
/** Contents of the object store are read through a git that is started for each batch. */
const objectsInBatch = { items: 2000, bytes: 16 << 20 };

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
    await pool?.close();
  }
}

/** Items that wait, in batches of a size that is worth handing over. */
class Batches {
  #files: Item[] = [];
  #objects: Item[] = [];
  #bytes = 0;

  /** @returns true where a batch may be ready */
  add(item: Item): boolean {
    if (item.place.kind !== 'object') return this.#files.push(item) >= itemsInBatch;
    this.#bytes += item.place.size ?? 0;
    return this.#objects.push(item) >= few.items || this.#bytes >= few.bytes;
  }

  /** True where threads are worth their start. */
  get areMany(): boolean {
    return this.#files.length >= few.items || this.#objects.length >= few.items || this.#bytes >= few.bytes;
  }

  /** Takes out the batches that are full, or all there are. */
  *take(all: boolean): Generator<readonly Item[]> {
    while (this.#files.length >= itemsInBatch || (all && this.#files.length > 0)) {
      yield this.#files.splice(0, itemsInBatch);
    }
    let from = 0;
    let bytes = 0;
    for (const [index, { place }] of this.#objects.entries()) {
      bytes += (place.kind === 'object' && place.size) || 0;
      if (bytes < objectsInBatch.bytes && index - from + 1 < objectsInBatch.items) continue;
      yield this.#objects.slice(from, index + 1);
      from = index + 1;
      bytes = 0;
    }
    if (all && from < this.#objects.length) yield this.#objects.slice(from);
    this.#objects = all ? [] : this.#objects.slice(from);
    this.#bytes = all ? 0 : bytes;
  }
}
