import { absent, type Changes } from './changes.ts';
import type { CommitGraph } from './commit-graph.ts';
import type { Secret } from './secrets.ts';

/** Secrets by their index, and how often each is there. */
export type Counts = ReadonlyMap<number, number>;
export const nothing: Counts = new Map();

/** Which secrets a content holds at a path, and which a commit's message speaks of. */
export class SecretIndex {
  readonly #held = new Map<number, Map<number, Map<number, number>>>();
  readonly #said = new Map<number, number[]>();

  constructor(secrets: readonly Secret[], changes: Changes, graph: CommitGraph) {
    for (const { index, places } of secrets) {
      for (const [name, { contents }] of places) {
        const path = changes.findPath(name);
        for (const [content, count] of contents) {
          const commit = graph.numberOf(content);
          if (commit !== -1) this.#said.set(commit, [...this.saidBy(commit), index]);
          else if (path !== undefined) this.#hold(content, path).set(index, count);
        }
      }
    }
  }

  /** Of a content as it stands at a path; of no content, nothing. */
  at(content: number, path: number): Counts {
    return content === absent ? nothing : (this.#held.get(content)?.get(path) ?? nothing);
  }

  saidBy(commit: number): readonly number[] {
    return this.#said.get(commit) ?? [];
  }

  #hold(content: number, path: number): Map<number, number> {
    const byPath = this.#held.get(content) ?? new Map<number, Map<number, number>>();
    this.#held.set(content, byPath);
    const secrets = byPath.get(path) ?? new Map<number, number>();
    byPath.set(path, secrets);
    return secrets;
  }
}
