import type { Report } from '../model/index.ts';

/** The formats a report can be asked for, the default first. */
export const formats = ['text', 'json', 'jsonl', 'sarif'] as const;
export type Format = (typeof formats)[number];

/** How a report is to look. Machine formats heed `verbose` and `fileUrl` only. */
export interface RenderOptions {
  readonly colour: boolean;
  /** Columns of the terminal. Absent: the line of a secret is cut at a sane length all the same. */
  readonly width?: number;
  /** Lists what is otherwise counted: suppressed findings, contents left out, steps of a way. Shows all findings. */
  readonly verbose: boolean;
  /** Findings and gaps only: no summary. */
  readonly quiet: boolean;
  /** Time the scan took. Absent: not told, and two reports of the same scan are the same. */
  readonly durationMs?: number;
  /** Every finding at its place, however many there are. Default: as `verbose`. */
  readonly showAll?: boolean;
  /** More findings than this are grouped by secret, and no more groups than this are shown. Default 50. */
  readonly cap?: number;
  /**
   * URL of `scope.top`, written into SARIF for viewers that open files. Absent: left out, so that the report names no
   * folder of this machine.
   */
  readonly fileUrl?: string;
}

/** Turns a report into the whole text of a format, ending with a newline (or empty). Writes nothing. */
export type Reporter = (report: Report, options: RenderOptions) => string;
