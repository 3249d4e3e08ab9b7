import type { Span } from './span.ts';

/** The part a string plays in the program. The second line are parts that are no value a program uses. */
export const literalRoles = [
  'variable',
  'property',
  'argument',
  'attribute',
  'header',
  'default',
  'fallback',
  'environment',
  'element',
  'return',
  'other',
  'import',
  'key',
  'type',
  'directive',
  'regex',
  'comparison',
  'enum-name',
  'class-name',
  'test-title',
  'error-text',
  'selector',
  'event',
  'markup',
] as const;
export type LiteralRole = (typeof literalRoles)[number];

/** Parts of a program that hold text which is never a value: a match there is held back. */
export const valuelessRoles: ReadonlySet<LiteralRole> = new Set<LiteralRole>([
  'import',
  'key',
  'type',
  'directive',
  'regex',
  'enum-name',
  'class-name',
  'test-title',
  'selector',
  'event',
]);

/** The call a string is handed to. */
export interface CallSite {
  /** The package or module the callee comes from, when an import or `require` says so. */
  readonly module?: string;
  /** `OpenAI`, `createClient`, `stripe.webhooks.constructEvent`: the imported name first, aliases undone. */
  readonly callee: string;
  readonly isNew: boolean;
  /** Position of the argument, from 0. */
  readonly argument: number;
  /** Path of the option within the argument, `credentials.secretAccessKey`; empty for the argument itself. */
  readonly option: string;
}

/** How a text came to be. */
export type Built =
  | { readonly kind: 'literal' }
  | { readonly kind: 'folded'; readonly pieces: number; readonly how: readonly string[] }
  | { readonly kind: 'imported'; readonly from: string; readonly line: number; readonly pieces: number };

/**
 * One string of a program, after folding, and the part it plays: what a syntax rule sees. No compiler type is in it.
 * Of a literal that stands there as it is, the part is found when it is asked for: ask for `text`, `built`, `holes` first,
 * for `call` and `name` next, and last for `role` and `environment`, which may have to fold what stands beside the text.
 */
export interface LiteralSite {
  readonly text: string;
  /** The whole expression, in bytes of the blob. */
  readonly span: Span;
  /**
   * Where the text stands in this file as it is, without quotes: in `span` for a plain literal, elsewhere for a name
   * that stands for one. Absent where it was assembled or stands in another file.
   */
  readonly content?: Span | undefined;
  /** Parts of the text that are not known; `${…}` stands for each. Absent where all is known. */
  readonly holes?: number | undefined;
  readonly role: LiteralRole;
  /** The nearest name the value gets: variable, property, parameter, header, attribute. */
  readonly name?: string | undefined;
  readonly call?: CallSite | undefined;
  /** `X` where this is the fallback of `process.env.X ?? '…'` and its like. */
  readonly environment?: string | undefined;
  readonly built: Built;
}

/** Stands in a text for a part that is not known. */
export const hole = `$${'{…}'}`;

/** A flag of a call that is no string: `dangerouslyAllowBrowser: true`. */
export interface FlagSite {
  readonly span: Span;
  readonly name: string;
  readonly value: boolean;
  readonly call?: CallSite;
  /** The other options that stand beside it, each with its value as it is written, cut after 200 characters. */
  readonly beside?: Readonly<Record<string, string>>;
}
