import type { Blob } from './blob.ts';
import type { Provenance } from './provenance.ts';
import type { Skip } from './skip.ts';
import type { LineRange } from './span.ts';

/** Where the bytes of a content lie: plain data, so that a worker can be told to read them itself. */
export type Place =
  /** `file` is absolute; a byte that is no UTF-8 stands in it as the lone surrogate U+DC00 + byte. */
  | { readonly kind: 'disk'; readonly file: string }
  | {
      readonly kind: 'object';
      readonly gitDir: string;
      readonly id: string;
      /** Bytes, where they are known. */
      readonly size?: number;
    }
  | {
      readonly kind: 'memory';
      readonly bytes: Uint8Array;
      /** Where `bytes` are one section of a stream, read and decoded already. */
      readonly section?: Pick<Blob, 'offset' | 'line' | 'column' | 'seen' | 'whole' | 'encoding'>;
    };

/** What git knows of a file. `untracked` and not ignored; `none` outside git. */
export type GitState = 'tracked' | 'staged' | 'untracked' | 'ignored' | 'none';

/** One content to be scanned, not read yet. Plain data. */
export interface Item {
  readonly kind: 'item';
  readonly place: Place;
  /** As reports print it: `/`, relative to the working directory, absolute when outside it. */
  readonly path: string;
  readonly provenance: Provenance;
  readonly git: GitState;
  /** Other paths of the same content: it is read once, and judged for each. */
  readonly alsoAt?: readonly Pick<Item, 'path' | 'provenance'>[];
  /** Only what touches these lines is reported; the whole content is understood. */
  readonly focus?: readonly LineRange[];
  /** Named explicitly by the user: never left out for its kind. */
  readonly named?: boolean;
  /** Rules on programs that are asked whatever stands in it: it gives values to something that a file it imports hands on. */
  readonly asked?: readonly string[];
}

/** Anything that yields contents. */
export interface Source {
  readonly name: string;
  items(signal: AbortSignal): AsyncIterable<Item | Skip>;
}

/** A file of a project through which others may give values to packages, and the rules that know those. Plain data. */
export interface RelayFile {
  /** Absolute. */
  readonly file: string;
  readonly rules: readonly string[];
}
