import { statSync } from 'node:fs';
import { join } from 'node:path';
import type { Skip } from '../../model/index.ts';
import type { GitCall } from '../git.ts';
import { readSmallFile } from '../small-file.ts';
import { gitLines } from './git-lines.ts';

/** Bytes of a list of commits at which a clone was cut off. */
const largestList = 64 * 1024 * 1024;

/** Commits at which a shallow clone was cut off: git takes them for the first ones. */
export function shallowCommits(commonDir: string): ReadonlySet<string> {
  const file = join(commonDir, 'shallow');
  if ((statSync(file, { throwIfNoEntry: false })?.size ?? 0) === 0) return new Set();
  return new Set(readSmallFile(file, largestList)?.match(/^[0-9a-f]{40,64}$/gm));
}

/** True for a partial clone: what is missing was never fetched, and can be. */
export async function isPartial(call: GitCall): Promise<boolean> {
  const names = String.raw`^(extensions\.partialclone|remote\..*\.(promisor|partialclonefilter))$`;
  return (await gitLines(['config', '--get-regexp', '--name-only', names], call)).lines.length > 0;
}

/** Gaps of one kind that are listed one by one before the rest is counted. */
const mostListed = 100;

/** What history names and nobody could look at, gathered while it is read. */
export class Gaps {
  readonly #partial: boolean;
  readonly #missing = new Map<string, string>();
  readonly #listed: Skip[] = [];

  constructor(partial: boolean) {
    this.#partial = partial;
  }

  /** A content, once however many commits name it. */
  missing(path: string, id: string): void {
    if (!this.#missing.has(id)) this.#missing.set(id, path);
  }

  broken(path: string): void {
    this.#listed.push({ kind: 'skip', path, reason: 'broken-object' });
  }

  /** Something that git could not do. */
  failed(detail: string): void {
    this.#listed.push({ kind: 'skip', path: '.', reason: 'git-failed', detail });
  }

  /** A commit of which trees, or of whose first parent trees, are missing or broken. */
  notCompared(id: string): void {
    const reason = this.#partial ? 'promised' : 'missing-object';
    this.#listed.push({ kind: 'skip', path: `commit:${id}`, reason, detail: 'a tree or parent of this commit' });
  }

  cutOff(commits: number): void {
    const detail = `${commits} of its commits have parents elsewhere: git fetch --unshallow`;
    this.#listed.push({ kind: 'skip', path: '.', reason: 'shallow', detail });
  }

  *skips(): Generator<Skip> {
    yield* this.#listed;
    const reason = this.#partial ? 'promised' : 'missing-object';
    let listed = 0;
    for (const [id, path] of this.#missing) {
      if (listed++ === mostListed) break;
      yield { kind: 'skip', path, reason, detail: id };
    }
    const rest = this.#missing.size - mostListed;
    if (rest > 0) yield { kind: 'skip', path: '.', reason, detail: `${rest} more contents` };
  }
}
