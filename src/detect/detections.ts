import type { Blob, Item } from '../model/index.ts';
import type { Detected, Detector } from './detect.ts';

/** A content in memory as one section of text. */
export const wholeText = (bytes: Uint8Array, item: Item): Blob => ({
  kind: 'blob',
  item,
  bytes,
  offset: 0,
  line: 1,
  column: 0,
  seen: 0,
  whole: true,
  encoding: 'utf-8',
});

/** True for the same bytes of the same item, read in the same way. */
const isSame = (one: Blob, other: Blob): boolean =>
  one.bytes.buffer === other.bytes.buffer &&
  one.bytes.byteOffset === other.bytes.byteOffset &&
  one.bytes.length === other.bytes.length &&
  one.item.provenance.path === other.item.provenance.path &&
  one.whole === other.whole &&
  one.offset === other.offset &&
  one.encoding === other.encoding;

/** Detects in one content after the other; a content that was looked at ahead is looked at once. */
export class Detections {
  readonly #detector: Detector;
  #ahead: { readonly blob: Blob; readonly detected: Detected } | undefined;

  constructor(detector: Detector) {
    this.#detector = detector;
  }

  /** Looks at a content that may be the next one. Its bytes must stay as they are until then. */
  ahead(blob: Blob): Detected {
    const detected = this.#detector.detect(blob);
    this.#ahead = { blob, detected };
    return detected;
  }

  /** Looks at a content. */
  next(blob: Blob): Detected {
    const ahead = this.#ahead;
    // Buffers are filled again: what was seen in one holds for the very next content only.
    this.#ahead = undefined;
    if (!ahead || !isSame(ahead.blob, blob)) return this.#detector.detect(blob);
    return { ...ahead.detected, candidates: ahead.detected.candidates.map((candidate) => ({ ...candidate, blob })) };
  }
}
