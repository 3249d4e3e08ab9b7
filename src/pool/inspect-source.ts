import type { Item, Rule, RuleHead, Source } from '../model/index.ts';
import { readItem } from '../sources/read.ts';
import { emptyBatch, ItemInspector } from './inspect-items.ts';
import type { Batch, Setup } from './messages.ts';

/** Contents below this count are looked at in this thread: starting others costs more than it saves. */
const fewItems = 400;
const itemsInBatch = 48;

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
  const local = () => new ItemInspector(rules, setup, readItem);
  let inspector: ItemInspector | undefined;
  let pool: import('./pool.ts').Pool | undefined;
  let waiting: Item[] = [];
  const objects: Item[] = [];

  const flush = async (items: readonly Item[]): Promise<void> => {
    for (let start = 0; start < items.length && !signal.aborted; start += itemsInBatch) {
      await pool?.give(items.slice(start, start + itemsInBatch));
    }
  };

  try {
    for await (const item of source.items(signal)) {
      if (signal.aborted) break;
      if (item.kind === 'skip') take({ ...emptyBatch(), skips: [item] });
      else if (item.place.kind === 'object') objects.push(item);
      else waiting.push(item);
      if (waiting.length < (pool ? itemsInBatch : fewItems)) continue;
      if (!pool && means.worker && means.jobs > 1) {
        const { Pool } = await import('./pool.ts');
        pool = new Pool(means.worker, means.jobs, setup, take);
      }
      if (!pool) {
        inspector ??= local();
        await inspectHere(inspector, waiting, take, signal);
      } else await flush(waiting);
      waiting = [];
    }
    if (pool) {
      await flush(waiting);
      await pool.drain();
    } else if (waiting.length > 0) {
      inspector ??= local();
      await inspectHere(inspector, waiting, take, signal);
    }
    if (objects.length > 0 && !signal.aborted) {
      inspector ??= local();
      await inspectObjects(inspector, objects, setup, take, signal);
    }
  } finally {
    await pool?.close();
  }
}

/** In this thread, with a breath between batches, so that an interrupt is heard. */
async function inspectHere(
  inspector: ItemInspector,
  items: readonly Item[],
  take: (batch: Batch) => void,
  signal: AbortSignal,
): Promise<void> {
  for (let start = 0; start < items.length && !signal.aborted; start += itemsInBatch) {
    const batch = emptyBatch();
    for (const item of items.slice(start, start + itemsInBatch)) inspector.inspect(item, batch);
    take(batch);
    await new Promise(setImmediate);
  }
}

/** Contents of the object store, in this thread: git hands them over one after the other. */
async function inspectObjects(
  inspector: ItemInspector,
  items: readonly Item[],
  setup: Setup,
  take: (batch: Batch) => void,
  signal: AbortSignal,
): Promise<void> {
  const { readObjects } = await import('../sources/objects.ts');
  const limits = {
    overlap: inspector.overlap,
    ...(setup.maxFileSize === undefined ? {} : { maxFileSize: setup.maxFileSize }),
  };
  for await (const { section } of readObjects(items, limits, signal)) {
    const batch = emptyBatch();
    inspector.inspectSections([section], batch);
    take(batch);
  }
}
