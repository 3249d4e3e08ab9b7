import type { Blob } from './blob.ts';
import type { Evidence, Judgement, Severity } from './judgement.ts';
import type { LiteralSite } from './literal-site.ts';
import type { Rule } from './rule.ts';
import type { Span } from './span.ts';

/** A match that still holds its secret: the only type that does. It never leaves detection. */
export interface Candidate {
  readonly rule: Rule;
  readonly blob: Blob;
  /** The secret alone, in bytes of the content. */
  readonly span: Span;
  readonly secret: string;
  /** All of the encoded text that the secret was decoded from, where it was. */
  readonly encoded?: Span;
  /** The name the value is given, where there is one. */
  readonly name?: string;
  /** What the rule's own check said. */
  readonly judgement: Exclude<Judgement, { kind: 'held' }>;
  /** What was learnt besides: encodings undone, pieces joined, pairs. */
  readonly evidence: readonly Evidence[];
  readonly severity?: Severity;
  readonly title?: string;
  /** The string of the program it stands in, where the file was parsed. */
  readonly site?: LiteralSite;
  /** The other half of a pair, or the place a constant was imported from. */
  readonly related?: readonly {
    readonly span?: Span;
    readonly file?: string;
    readonly line?: number;
    readonly why: string;
  }[];
}
