/** A commit as a finding names it. The author's name never enters a machine report. */
export interface CommitRef {
  readonly id: string;
  /** ISO 8601, as committed. */
  readonly date: string;
  readonly author?: string;
  /** True where it has no parent. */
  readonly root?: boolean;
}

/** How a content of the object store is held there. */
export type HistoryClass = 'reachable' | 'merge' | 'stash' | 'reflog' | 'dangling' | 'message' | 'note';

/** What git knows about a secret found in history. */
export interface HistoryFacts {
  readonly class: HistoryClass;
  readonly first?: CommitRef;
  readonly last?: CommitRef;
  readonly removed?: CommitRef;
  readonly inHead: boolean;
  readonly inIndex: boolean;
  readonly inWorkTree: boolean;
  readonly refs: readonly string[];
  readonly pushed: boolean;
}

/** Where a content was seen. `path` has `/` and is relative to the top of what is scanned. */
export type Provenance =
  | { readonly kind: 'file'; readonly path: string }
  | { readonly kind: 'staged'; readonly path: string }
  | { readonly kind: 'stdin'; readonly path: string }
  | {
      readonly kind: 'commit';
      readonly path: string;
      readonly history: HistoryFacts;
      /** The id of the content, until the facts are known. */
      readonly object?: string;
      /** The path that commits know, where the content lies in an archive: `path` leads into it. */
      readonly archive?: string;
    }
  | { readonly kind: 'tag'; readonly path: string; readonly tag: string }
  | { readonly kind: 'archive-member'; readonly path: string; readonly archive: string }
  | { readonly kind: 'bundle'; readonly path: string; readonly map?: string };
