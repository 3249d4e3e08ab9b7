import type { Inspection, InspectSettings } from '../inspect.ts';
import type { Item, RelayFile, Rule, Skip } from '../model/index.ts';

/** What a thread is told when it starts. */
export interface Setup {
  readonly rules: RuleChoice;
  readonly inspect: InspectSettings;
  readonly maxFileSize?: number;
}

/** Which rules are on, as plain data: ids of built-in ones, and custom ones without their functions. */
export interface RuleChoice {
  readonly ids: readonly string[];
  readonly custom: readonly Rule[];
}

/** What became of one content. */
export interface Outcome extends Inspection {
  readonly skips: readonly Skip[];
  /** Bytes looked at. */
  readonly bytes: number;
  /** False where the content was left out. */
  readonly looked: boolean;
}

/** Many outcomes added up; findings and skips in the order of the contents. */
export interface Batch extends Omit<Inspection, 'relays'> {
  readonly skips: Skip[];
  /** Files on disk through which others may give values to packages. */
  readonly relays: RelayFile[];
  bytes: number;
  files: number;
}

export type ToWorker = { readonly items: readonly Item[] };
export type FromWorker = { readonly batch: Batch } | { readonly failure: string };
