import type { Item } from '../model/index.ts';
import type { ArchiveFormat } from './archives/format.ts';

/** An archive that was met and not looked into yet. */
export interface Packed {
  readonly item: Item;
  readonly format: ArchiveFormat;
  /** True for a part of a content that is looked at as a whole too: of it only the members are read. */
  readonly inside?: true;
}

/** How much of a content is read, and in what pieces. Bytes. */
export interface Limits {
  /** Larger contents are left out, because the user said so. */
  readonly maxFileSize?: number;
  /** A content up to this size is held whole; a larger one comes in sections. */
  readonly sectionSize?: number;
  /** What a section repeats of the one before, so that nothing is missed where they meet. */
  readonly overlap?: number;
  /** Is handed an archive in place of its bytes: what it holds is read by `readPacked`. Without it none is looked into. */
  readonly unpack?: (packed: Packed) => void;
  /**
   * Whether bytes hold anything that a closer look could tell more of. Where they do not, the sources that a source map
   * carries are read as they stand in it, not one by one: installed packages are full of maps.
   */
  readonly worthOpening?: (bytes: Uint8Array, item: Item) => boolean;
}

export const defaultSectionSize = 16 * 1024 * 1024;
export const defaultOverlap = 64 * 1024;

/** The section size and overlap as used: a section always holds something new. */
export function sectionLimits({ sectionSize = defaultSectionSize, overlap = defaultOverlap }: Limits): {
  readonly size: number;
  readonly overlap: number;
} {
  return { size: Math.max(sectionSize, overlap + 16), overlap };
}
