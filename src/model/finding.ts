import type { Confidence, Evidence, Severity, SuppressionReason } from './judgement.ts';
import type { Provenance } from './provenance.ts';
import type { Position } from './span.ts';

/** A step of a way: `src/lib/ai.ts:12` is imported by `src/app/page.tsx:1`. */
export interface Step {
  readonly file: string;
  readonly line: number;
  readonly why: string;
}

/** Who can see a secret, the most exposed first. */
export const exposureKinds = [
  'client',
  'public-file',
  'source-map',
  'package',
  'server',
  'build-only',
  'test',
  'unknown',
] as const;
export type ExposureKind = (typeof exposureKinds)[number];

export interface Exposure {
  readonly kind: ExposureKind;
  readonly way: readonly Step[];
  readonly reason: string;
}

/** The line a secret stands on, with every secret of that line masked. UTF-16 units. */
export interface Snippet {
  readonly text: string;
  /** Where the masked secret starts and ends in `text`. */
  readonly start: number;
  readonly end: number;
}

/** A leak without its secret: no field holds it, so no reporter can print it. */
export interface Finding {
  readonly kind: 'finding';
  readonly ruleId: string;
  /** The rule's title, or a closer one: "an `sk-` API key (DeepSeek, DashScope, …)". */
  readonly title: string;
  readonly severity: Severity;
  readonly confidence: Confidence;
  readonly evidence: readonly Evidence[];
  /** As reports print it. */
  readonly file: string;
  readonly start: Position;
  readonly end: Position;
  /** Bytes of the content: start and length of the secret, for whoever reads it again. */
  readonly byteOffset: number;
  readonly byteLength: number;
  readonly snippet?: Snippet;
  /** Names the secret, not the place. `~` before: the secret could be guessed, so the digest is short. */
  readonly fingerprint: string;
  readonly exposure: Exposure;
  /** It is a construct by which values leak, or the name of one. */
  readonly design?: true;
  readonly provenance: Provenance;
  readonly related: readonly Step[];
  /** Why it is not reported, where it is held back. */
  readonly suppressed?: { readonly reason: SuppressionReason; readonly detail?: string };
}
