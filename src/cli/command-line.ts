import type { Given } from '../config/given.ts';
import type { Format } from '../report/options.ts';

export type ColourWhen = 'auto' | 'always' | 'never';

/** How a scan is told, and with which configuration. */
export interface Telling {
  readonly format: Format;
  /** A file as typed. Absent: standard output. */
  readonly output?: string;
  readonly colour: ColourWhen;
  readonly quiet: boolean;
  readonly verbose: boolean;
  /** A file as typed; `false`: none. Absent: the one that the project has. */
  readonly config?: string | false;
}

/** What was asked for, checked. */
export type CommandLine =
  | { readonly command: 'version' }
  | { readonly command: 'help'; readonly text: string }
  | { readonly command: 'scan'; readonly given: Given; readonly telling: Telling }
  | { readonly command: 'rules'; readonly format: 'text' | 'json'; readonly colour: ColourWhen }
  | {
      readonly command: 'explain';
      readonly rule: string;
      readonly format: 'text' | 'json';
      readonly colour: ColourWhen;
    }
  | {
      readonly command: 'ignore';
      readonly given: Given;
      readonly telling: Telling;
      /** Absent: all findings. */
      readonly fingerprints?: readonly string[];
      readonly reason: string;
      readonly owner?: string;
      readonly expires?: string;
    }
  /** `file` as typed; without one the whole project. */
  | { readonly command: 'graph'; readonly file?: string; readonly format: 'text' | 'json' | 'dot' }
  | { readonly command: 'hook'; readonly action: 'install' | 'uninstall'; readonly force: boolean };
