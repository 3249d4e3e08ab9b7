import type { Confidence, Rule, Severity } from '../model/index.ts';
import type { IgnoreEntry, Override } from '../triage/index.ts';

/** What is read. Paths are absolute or relative to `cwd`, as the user gave them. */
export type Mode =
  /** `as`: not the files there are, but those of them that would be published. */
  | { readonly kind: 'files'; readonly roots: readonly string[]; readonly as?: 'package' | 'image' }
  /** What the next commit adds. Roots pick the repository and limit what is reported; none: all of the index. */
  | { readonly kind: 'staged'; readonly roots: readonly string[] }
  /** `name` decides how the text is read, and is what reports call it. */
  | { readonly kind: 'stdin'; readonly name: string }
  /** `range` is `all`, or a range as git understands it; without one, everything that refs reach. */
  | {
      readonly kind: 'history';
      readonly roots: readonly string[];
      readonly range?: string;
      readonly since?: string;
      readonly branch?: string;
    };

/** Whether values that the project itself keeps secret are searched for: those of its files, or of the environment too. */
export type OwnSecrets = 'off' | 'files' | 'env';

/** A scan's options as used: everything decided, defaults filled in, rule ids checked and former ids replaced. */
export interface ScanSettings {
  /** Absolute. Reported paths are relative to it. */
  readonly cwd: string;
  readonly mode: Mode;
  /** Globs; with any given, only what one of them matches is read. */
  readonly include: readonly string[];
  readonly exclude: readonly string[];
  /** Whether an include that selects nothing is wrong usage: typed for files, it is; configured, or for a commit, it is not. */
  readonly includeMustSelect: boolean;
  readonly rules: {
    /** Only these; absent: all. */
    readonly only?: readonly string[];
    readonly disabled: readonly string[];
  };
  /** Findings below it are held back. */
  readonly confidence: Confidence;
  /** Findings below it are held back. */
  readonly severity: Severity;
  /** Findings at or above it make the exit code 1. */
  readonly failOn: Severity | 'none';
  /** Bytes. Absent: no limit. */
  readonly maxFileSize?: number;
  /** Threads, at least 1. */
  readonly jobs: number;
  readonly ignore: {
    /** Ignored files and `node_modules` are read too. It does not concern ignore entries. */
    readonly noIgnore: boolean;
    /** Whether comments in the scanned text may allow a finding. */
    readonly inline: boolean;
  };
  readonly submodules: boolean;
  readonly syntax: boolean;
  /** Absent: those of ignored dotenv files, where there are any. */
  readonly ownSecrets?: OwnSecrets;
  readonly exposure: boolean;
  readonly cache: boolean;
  /** Values made to be public are reported as notes. */
  readonly showPublic: boolean;
  /** Keep what filters held back in the report (`-v`). */
  readonly listHeld: boolean;
  /** Entries that hold today: expired ones are left out. */
  readonly ignores: readonly IgnoreEntry[];
  readonly customRules: readonly Rule[];
  /** Parts of the tree with levels of their own. */
  readonly perPath: readonly Override[];
}
