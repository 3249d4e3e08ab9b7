import type { Finding } from './finding.ts';
import type { Confidence, Severity } from './judgement.ts';
import type { Skip } from './skip.ts';

/** A rule as reports need it: without examples. */
export interface RuleInfo {
  readonly id: string;
  readonly title: string;
  readonly severity: Severity;
  readonly description: string;
  readonly remediation: string;
  readonly references: readonly string[];
  readonly environment: readonly string[];
  /** What a bare match is worth. Absent: `high`. */
  readonly confidence?: Confidence;
}

export interface Counts {
  /** Contents looked at. */
  readonly files: number;
  /** Bytes looked at. */
  readonly bytes: number;
  /** Candidates held back by filters, by reason. */
  readonly heldBack: Readonly<Record<string, number>>;
  /** Contents left out by choice, by reason. */
  readonly skipped: Readonly<Record<string, number>>;
}

/** What was looked at, in words for the summary. */
export interface Scope {
  readonly mode: 'files' | 'staged' | 'stdin' | 'history';
  /** `.`, or the paths as given. */
  readonly roots: readonly string[];
  /** The top of the repository, absolute; outside one, the scanned folder. */
  readonly top: string;
  /** The folder that printed paths are relative to, absolute. Absent: `top`. */
  readonly cwd?: string;
  readonly inGit: boolean;
  /** Values of the project that were searched for, the files they are from, and how many values were left out. */
  readonly own?: { readonly values: number; readonly from: readonly string[]; readonly leftOut: number };
  /** What was looked at besides files, in words: the commits of a push, say. */
  readonly commits?: string;
}

/** The result of a scan. Reporters need nothing else. */
export interface Report {
  readonly tool: { readonly name: 'keyscan'; readonly version: string };
  readonly scope: Scope;
  /** The rules that findings name, suppressed ones among them. */
  readonly rules: readonly RuleInfo[];
  /** In order: path, then place, then rule. */
  readonly findings: readonly Finding[];
  /** Findings held back by an ignore entry, a comment or a level asked for. */
  readonly suppressed: readonly Finding[];
  readonly skips: readonly Skip[];
  readonly counts: Counts;
  /** False where something that exists was not looked at. */
  readonly complete: boolean;
}
