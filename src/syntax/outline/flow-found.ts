import type { ts } from '../compiler.ts';
import type { Range, Use } from './types.ts';

/** Texts and names that go into a value. */
export interface Found {
  readonly texts: Range[];
  readonly names: Use[];
}

/** Whether a condition holds; nothing where that is not known. */
export type Decide = (condition: ts.Expression) => boolean | undefined;
