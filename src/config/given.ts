import type { Confidence, Severity } from '../model/index.ts';
import type { Mode, OwnSecrets } from './settings.ts';

/** A scan's options as given on the command line: checked one by one, nothing filled in. */
export interface Given {
  readonly mode: Mode;
  /** Globs as typed: from the working directory or from the top. */
  readonly include: readonly string[];
  readonly exclude: readonly string[];
  readonly rules: readonly string[];
  readonly disable: readonly string[];
  readonly confidence?: Confidence;
  readonly severity?: Severity;
  readonly failOn?: Severity | 'none';
  readonly maxFileSize?: number;
  readonly jobs?: number;
  readonly noIgnore: boolean;
  readonly submodules: boolean;
  readonly noSyntax: boolean;
  readonly noExposure: boolean;
  readonly noInline: boolean;
  readonly noCache: boolean;
  readonly showPublic: boolean;
  readonly verbose: boolean;
  /** Absent: where the project has values worth searching for. */
  readonly ownSecrets?: OwnSecrets;
}
