import type { RuleHead, Span } from '../model/index.ts';

/** Windows of one content that a rule is shown. */
const mostWindows = 4096;

/** Where anchors of rules on programs were met in one content. */
export class AnchorsMet {
  readonly #windows = new Map<RuleHead, { start: number; end: number }[]>();

  /**
   * Takes anchors in ascending order.
   * @param start first byte of the anchor, `end` the byte after it
   */
  meet(head: RuleHead, start: number, end: number): void {
    const { before, after } = head.reach;
    let windows = this.#windows.get(head);
    if (!windows) {
      windows = [];
      this.#windows.set(head, windows);
    }
    if (before === undefined || after === undefined) return;
    const last = windows.at(-1);
    if (last && (start - before <= last.end || windows.length === mostWindows)) last.end = end + after;
    else windows.push({ start: Math.max(0, start - before), end: end + after });
  }

  /** The rules, and what each needs to be shown: nothing for one that needs the whole text. In order, apart. */
  get all(): Iterable<readonly [RuleHead, readonly Span[]]> {
    return this.#windows;
  }
}
