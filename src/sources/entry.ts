import type { GitState, SkipReason } from '../model/index.ts';

/** What a listing finds below its base folder. Names are relative to it, as `names.ts` writes them. */
export type Entry =
  | { readonly kind: 'file'; readonly name: string; readonly git: GitState }
  | { readonly kind: 'skip'; readonly name: string; readonly reason: SkipReason; readonly detail?: string }
  /** A folder with a repository of its own, to be listed by that. */
  | { readonly kind: 'nested'; readonly name: string; readonly submodule: boolean };

/** A root below the base folder of a listing; its name is empty for the folder itself. */
export interface NamedRoot {
  readonly name: string;
  readonly kind: 'folder' | 'file';
}
