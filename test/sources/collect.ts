import type { Blob, Item, Skip, Source } from '../../src/model/index.ts';
import { type FileOptions, fileSource } from '../../src/sources/files.ts';
import type { Limits } from '../../src/sources/limits.ts';
import { closeObjects, readObjects } from '../../src/sources/objects.ts';
import { readItem } from '../../src/sources/read.ts';

/** Everything a source yields. */
export async function collect(source: Source): Promise<(Item | Skip)[]> {
  const all: (Item | Skip)[] = [];
  for await (const each of source.items(new AbortController().signal)) all.push(each);
  return all;
}

export interface Listed {
  /** `state path`, sorted; `named` after it where the user named the file. */
  readonly files: string[];
  /** `reason path`, sorted. */
  readonly skips: string[];
}

/** What a source lists, in words that are easy to compare. */
export async function list(source: Source): Promise<Listed> {
  const all = await collect(source);
  return {
    files: all
      .flatMap((each) => (each.kind === 'item' ? [`${each.git} ${each.path}${each.named ? ' named' : ''}`] : []))
      .sort(),
    skips: all.flatMap((each) => (each.kind === 'skip' ? [`${each.reason} ${each.path}`] : [])).sort(),
  };
}

/** What the file source lists in a folder. */
export const listFiles = (
  cwd: string,
  roots: readonly string[] = [],
  options: Partial<FileOptions> = {},
): Promise<Listed> =>
  list(fileSource({ roots, cwd, include: [], exclude: [], noIgnore: false, submodules: false, ...options }));

/** The paths alone. */
export const pathsOf = ({ files }: Listed): string[] => files.map((file) => file.replace(/^\S+ /, ''));

/** A blob that outlives the reading. */
export const kept = (blob: Blob): Blob => ({ ...blob, bytes: Uint8Array.prototype.slice.call(blob.bytes) });

/** Reads an item on disk or in memory. */
export function readAll(item: Item, limits: Limits = {}): (Blob | Skip)[] {
  const all: (Blob | Skip)[] = [];
  for (const each of readItem(item, limits)) all.push(each.kind === 'blob' ? kept(each) : each);
  return all;
}

/** Reads items of the object store. */
export async function readAllObjects(items: readonly Item[], limits: Limits = {}): Promise<(Blob | Skip)[]> {
  const all: (Blob | Skip)[] = [];
  for await (const { section } of readObjects(items, limits, new AbortController().signal)) {
    all.push(section.kind === 'blob' ? kept(section) : section);
  }
  closeObjects();
  return all;
}

/** An item on disk, as a listing would give it. */
export const onDisk = (file: string, more: Partial<Item> = {}): Item => ({
  kind: 'item',
  place: { kind: 'disk', file },
  path: file,
  provenance: { kind: 'file', path: file },
  git: 'none',
  ...more,
});

/** An item in memory. */
export const inMemory = (bytes: Uint8Array): Item => ({
  ...onDisk('memory'),
  place: { kind: 'memory', bytes },
});

export const text = (blob: Blob | Skip | undefined): string =>
  blob?.kind === 'blob'
    ? Buffer.from(blob.bytes).toString(blob.encoding === 'latin1' || blob.encoding === 'binary' ? 'latin1' : 'utf8')
    : '';
