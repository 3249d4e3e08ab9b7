import { Inspector } from '../inspect.ts';
import type { Blob, Item, Rule, RuleHead, Skip } from '../model/index.ts';
import { inlineMap } from '../sources/bundles/inline-map.ts';
import type { Packed } from '../sources/limits.ts';
import { ProjectModules } from '../sources/project-modules.ts';
import type { Batch, Setup } from './messages.ts';
import { readPrebuilt } from './prebuilt.ts';

/** Reads an item: the sections of its content in order, or why there are none. */
export type ReadItem = (
  item: Item,
  limits: {
    readonly maxFileSize?: number;
    readonly overlap: number;
    readonly unpack?: (packed: Packed) => void;
    readonly worthOpening?: (bytes: Uint8Array, item: Item) => boolean;
  },
) => Iterable<Blob | Skip>;

export const emptyBatch = (): Batch => ({
  findings: [],
  suppressed: [],
  held: {},
  skips: [],
  relays: [],
  bytes: 0,
  files: 0,
});

/** Looks at items one after the other, in this thread. */
export class ItemInspector {
  readonly #inspector: Inspector;
  readonly #read: ReadItem;
  readonly #limits: Parameters<ReadItem>[1];
  /** Archives that were met and wait to be looked into. */
  readonly #packed: Packed[] = [];
  #close: (() => void) | undefined;

  constructor(rules: readonly (Rule | RuleHead)[], setup: Setup, read: ReadItem) {
    const modules = new ProjectModules();
    this.#inspector = new Inspector(rules, setup.inspect, readPrebuilt(), (item) => modules.of(item));
    this.#read = read;
    this.#limits = {
      overlap: this.#inspector.reach,
      unpack: (packed) => void this.#packed.push(packed),
      worthOpening: (bytes, item) => this.#inspector.mayHold(bytes, item),
      ...(setup.maxFileSize === undefined ? {} : { maxFileSize: setup.maxFileSize }),
    };
  }

  /** Looks at items wherever they lie; those of the object store through one running git. */
  async inspectAll(items: readonly Item[], signal: AbortSignal): Promise<Batch> {
    const batch = emptyBatch();
    const stored = items.filter(({ place }) => place.kind === 'object');
    for (const item of items) if (item.place.kind !== 'object') this.inspect(item, batch);
    await this.#unpack(batch);
    if (stored.length === 0) return batch;
    const { closeObjects, readContents } = await import('../sources/read-contents.ts');
    this.#close = closeObjects;
    for await (const { section } of readContents(stored, this.#limits, signal)) this.inspectSections([section], batch);
    await this.#unpack(batch);
    return batch;
  }

  /** To be called when nothing more is to be looked at. */
  close(): void {
    this.#close?.();
  }

  /** Looks at an item on this thread's disk or in memory, and adds what became of it. One bad content never ends the run. */
  inspect(item: Item, batch: Batch): void {
    try {
      this.inspectSections(this.#read(item, this.#limits), batch);
    } catch (error) {
      batch.skips.push({ kind: 'skip', path: item.path, reason: 'internal', detail: nameOf(error) });
    }
  }

  /** Looks into the archives that were met since the last call. */
  async #unpack(batch: Batch): Promise<void> {
    if (this.#packed.length === 0) return;
    const { readPacked } = await import('../sources/archives/read-packed.ts');
    // What is unpacked may hold more of the kind.
    for (let packed = this.#packed.shift(); packed; packed = this.#packed.shift()) {
      try {
        for await (const section of readPacked(packed, this.#limits)) this.inspectSections([section], batch);
      } catch (error) {
        batch.skips.push({ kind: 'skip', path: packed.item.path, reason: 'internal', detail: nameOf(error) });
      }
    }
  }

  /** The same for sections that somebody else reads. */
  inspectSections(sections: Iterable<Blob | Skip>, batch: Batch): void {
    let looked = false;
    for (const section of sections) {
      if (section.kind === 'skip') {
        batch.skips.push(section);
        continue;
      }
      // Sections that follow belong to a content that was counted with its first.
      looked ||= section.offset === 0;
      batch.bytes += section.bytes.length - section.seen;
      this.#inspectBlob(section, batch);
      if (section.whole) this.#queueInlineMap(section);
      const { alsoAt = [], ...item } = section.item;
      for (const place of alsoAt) this.#inspectBlob({ ...section, item: { ...item, ...place } }, batch);
    }
    if (looked) batch.files++;
  }

  /** A map that a file carries in its last line is looked into like one beside it. */
  #queueInlineMap({ bytes, item }: Blob): void {
    const map = inlineMap(bytes, item.provenance.path);
    if (map)
      this.#packed.push({ item: { ...item, place: { kind: 'memory', bytes: map } }, format: 'map', inside: true });
  }

  #inspectBlob(blob: Blob, batch: Batch): void {
    const { findings, suppressed, held, notParsed, relays } = this.#inspector.inspect(blob);
    const { place } = blob.item;
    if (relays && place.kind === 'disk') batch.relays.push({ file: place.file, rules: relays });
    if (notParsed) batch.skips.push({ kind: 'skip', path: blob.item.path, reason: 'not-parsed' });
    batch.findings.push(...findings);
    batch.suppressed.push(...suppressed);
    for (const [reason, count] of Object.entries(held)) addCount(batch.held, reason, count);
  }
}

/** Adds to a count by name. */
export function addCount(counts: Record<string, number>, name: string, count: number): void {
  counts[name] = (counts[name] ?? 0) + count;
}

/** What kind of error it was. Never its message: that may quote the content. */
const nameOf = (error: unknown): string => (error instanceof Error ? error.name : 'unknown error');
