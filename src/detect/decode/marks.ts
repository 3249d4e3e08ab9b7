import type { Span } from '../../model/index.ts';
import type { Decoded } from './decoded.ts';
import { type Escape, escapes, stretchAround, undoEscapes } from './escapes.ts';
import { joinedAt, type PieceFormat, pieceFormatOf } from './joined.ts';
import { secretData, secretMarks } from './kubernetes.ts';

/** What a mark leads to: an escape by its number, a Secret of Kubernetes, or the columns of a statement of SQL. */
export type MarkKind = number | 'secret' | 'insert';

/** Texts, in lower case, that lead to an encoding which no run of digits shows. The automaton looks for them. */
export const marks: readonly { readonly text: string; readonly kind: MarkKind }[] = [
  ...escapes.flatMap((way, kind) => way.marks.map((text) => ({ text, kind }))),
  ...secretMarks.map((text) => ({ text, kind: 'secret' as const })),
  ...['insert into', 'ignore into', 'replace into'].map((text) => ({ text, kind: 'insert' as const })),
];

/** Bytes behind `insert into` in which the columns stand. */
const mostOfInsert = 600;

/** Manifests of one content that are read. */
const mostSecrets = 64;

/** The marks that were met in one content, as the texts they lead to. Takes marks in ascending order. */
export class MarksMet {
  readonly #bytes: Uint8Array;
  readonly #past = new Int32Array(escapes.length);
  readonly #stretches: { readonly way: Escape; readonly span: Span }[] = [];
  readonly #secrets: Span[] = [];
  readonly #joined: Decoded[] = [];
  readonly #format: PieceFormat | undefined;
  #pastJoined = 0;
  #pastInsert = 0;

  /** @param path tells in which ways a text may be put together from pieces */
  constructor(bytes: Uint8Array, path: string) {
    this.#bytes = bytes;
    this.#format = pieceFormatOf(path);
  }

  /**
   * Takes a place where a value may start that goes on over lines: a name that means a credential, or the start of a key.
   * @param start first byte of the anchor, `end` the byte after it
   */
  meetValue(start: number, end: number): void {
    if (this.#format === undefined || start < this.#pastJoined) return;
    const joined = joinedAt(this.#bytes, start, end, this.#format);
    if (!joined) return;
    this.#pastJoined = joined.source.end;
    this.#joined.push(joined);
  }

  /** Whether the columns of a statement that inserts may stand at an offset. */
  isInInsert(offset: number): boolean {
    return offset < this.#pastInsert;
  }

  /** @param start first byte of the mark, `end` the byte after it */
  meet(kind: MarkKind, start: number, end: number): void {
    if (kind === 'insert') {
      this.#pastInsert = end + mostOfInsert;
      return;
    }
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
    yield* this.#joined;
    for (const mark of this.#secrets) yield* secretData(this.#bytes, mark);
    for (const { way, span } of this.#stretches) yield undoEscapes(way, this.#bytes, span);
  }
}
