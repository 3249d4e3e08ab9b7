import type { Selection } from '../path-filter.ts';
import type { Selected } from './select-commits.ts';

export interface HistoryOptions extends Selection, Selected {
  /** Paths as given, in one repository: they pick it, and limit what is reported. */
  readonly roots: readonly string[];
  readonly cwd: string;
}
