import type { Item } from '../model/index.ts';
import type { Limits } from './limits.ts';
import { type ReadObject, readObjects } from './objects.ts';
import { skipOf } from './skip-of.ts';

export { closeObjects } from './objects.ts';

/** Failures in a row at the very first content asked for, after which it is git that fails, not a content. */
const mostInARow = 16;

/**
 * Reads contents of one object store as `readObjects` does, and goes on where a broken one made git give up: that one is
 * a skip, and another git reads those after it.
 */
export async function* readContents(
  items: readonly Item[],
  limits: Limits,
  signal: AbortSignal,
): AsyncGenerator<ReadObject> {
  let rest = items;
  for (let inARow = 0; rest.length > 0; ) {
    let done = 0;
    let last: ReadObject | undefined;
    let failed: ReadObject | undefined;
    for await (const read of readObjects(rest, limits, signal)) {
      const { item, section } = read;
      if (section.kind === 'skip' && section.reason === 'git-failed') {
        failed = read;
        break;
      }
      done = item === last?.item ? done : done + 1;
      last = read;
      yield read;
    }
    if (!failed || signal.aborted) return;
    inARow = done === 0 ? inARow + 1 : 0;
    const toldAlready = last?.section.kind === 'skip' && last.section.reason === 'broken-object';
    if (inARow > mostInARow) {
      yield failed;
      for (const item of rest.slice(1)) yield { item, section: skipOf(item, 'git-failed') };
      return;
    }
    // git ends at the content it cannot read: the one told as broken while it was read, or the next one.
    if (!toldAlready) {
      const item = rest[done++] as Item;
      yield { item, section: skipOf(item, 'broken-object') };
    }
    rest = rest.slice(done);
  }
}
