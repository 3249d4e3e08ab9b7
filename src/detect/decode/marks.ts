import type { Span } from '../../model/index.ts';
import type { Decoded } from './decoded.ts';
import { type Escape, escapes, stretchAround, undoEscapes } from './escapes.ts';
import { secretData, secretMarks } from './kubernetes.ts';

/** What a mark leads to: an escape by its number, or a Secret of Kubernetes. */
export type MarkKind = number | 'secret';

/** Texts, in lower case, that lead to an encoding which no run of digits shows. The automaton looks for them. */
export const marks: readonly { readonly text: string; readonly kind: MarkKind }[] = [
  ...escapes.flatMap((way, kind) => way.marks.map((text) => ({ text, kind }))),
  ...secretMarks.map((text) => ({ text, kind: 'secret' as const })),
];

/** Manifests of one content that are read. */
const mostSecrets = 64;

/** The marks that were met in one content, as the texts they lead to. Takes marks in ascending order. */
export class MarksMet {
  readonly #bytes: Uint8Array;
  readonly #past = new Int32Array(escapes.length);
  readonly #stretches: { readonly way: Escape; readonly span: Span }[] = [];
  readonly #secrets: Span[] = [];

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  /** @param start first byte of the mark, `end` the byte after it */
  meet(kind: MarkKind, start: number, end: number): void {
    if (kind === 'secret') {
      if (this.#secrets.length < mostSecrets) this.#secrets.push({ start, end });
      return;
    }
    const past = this.#past[kind] as number;
    if (start < past) return;
    const way = escapes[kind] as Escape;
    const span = stretchAround(way, this.#bytes, start, past);
    if (!span) return;
    this.#past[kind] = span.end;
    this.#stretches.push({ way, span });
  }

  /** The texts, decoded one after the other. */
  *decoded(): Generator<Decoded> {
    for (const mark of this.#secrets) yield* secretData(this.#bytes, mark);
    for (const { way, span } of this.#stretches) yield undoEscapes(way, this.#bytes, span);
  }
}
