/** Why a candidate is held back. One reason, one file in `src/filters` or one rule's own check. */
export const suppressionReasons = {
  placeholder: 'a placeholder, not a value',
  'bad-checksum': 'its checksum does not fit: no vendor issued it',
  'bad-structure': 'its structure cannot be genuine',
  'known-example': 'a value printed in public documentation',
  reference: 'a reference to a variable or a secret store, not a value',
  'low-variety': 'too regular to be random',
  'not-a-value': 'stands where a program holds no value',
  'public-by-design': 'made to be public',
  encrypted: 'encrypted',
  hash: 'a hash or an identifier, not a credential',
  path: 'a file this rule does not apply to',
  words: 'made of words',
  'outside-focus': 'not part of the change',
  'inline-comment': 'allowed by a comment',
  'ignore-entry': 'allowed by an ignore entry',
  'low-confidence': 'below the confidence asked for',
  'low-severity': 'below the severity asked for',
  superseded: 'reported by a more specific rule',
} as const satisfies Record<string, string>;
export type SuppressionReason = keyof typeof suppressionReasons;

/** One reason for being more or less sure, in words a person can read. */
export interface Evidence {
  readonly text: string;
  /** +1 raises the confidence by a level, -1 lowers it, 0 only explains. */
  readonly weight: -1 | 0 | 1;
}

/** What a rule's own check says of a match. */
export type Judgement =
  /** Nothing to add. */
  | {
      readonly kind: 'plausible';
      readonly evidence?: readonly Evidence[];
      readonly severity?: Severity;
      readonly title?: string;
      /** Of a string of a program, the part that is the secret. Default: all of it. */
      readonly part?: string;
    }
  /** A checksum or structure shows that the vendor issued it: confidence is high whatever else is said. */
  | {
      readonly kind: 'proven';
      readonly evidence: readonly Evidence[];
      readonly severity?: Severity;
      readonly title?: string;
    }
  /** Made to be public: a note, shown on request. */
  | { readonly kind: 'public'; readonly evidence: readonly Evidence[] }
  /** Cannot be a leak. */
  | { readonly kind: 'held'; readonly reason: SuppressionReason; readonly detail?: string };

export const severities = ['critical', 'high', 'medium', 'low', 'note'] as const;
export type Severity = (typeof severities)[number];

export const confidences = ['high', 'medium', 'low'] as const;
export type Confidence = (typeof confidences)[number];
