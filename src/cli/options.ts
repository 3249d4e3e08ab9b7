import { confidences, severities } from '../model/index.ts';
import { formats } from '../report/options.ts';

/** A flag says yes; a text and a list take a value, a list each time it is given; a choice is a value only after `=`. */
export type OptionKind = 'flag' | 'text' | 'list' | 'choice';

export interface Option {
  readonly name: string;
  readonly short?: string;
  readonly kind: OptionKind;
  /** What help calls the value. */
  readonly value?: string;
  readonly choices?: readonly string[];
  readonly about: string;
  readonly group: string;
}

const read = 'What is read:';
const found = 'What is reported:';
const shown = 'How it is told:';
const stages = 'Stages that can be switched off:';
const own = 'Options:';

/** The options of a scan: for the fast parser, for yargs, for help and for completion. */
export const scanOptions = [
  { name: 'staged', kind: 'flag', group: read, about: 'What the next commit adds, read from the git index' },
  { name: 'stdin', kind: 'flag', group: read, about: 'Standard input' },
  {
    name: 'stdin-filename',
    kind: 'text',
    value: 'NAME',
    group: read,
    about: 'What the input is called; decides how it is read',
  },
  {
    name: 'history',
    kind: 'choice',
    value: '[=RANGE|all]',
    group: read,
    about:
      'Everything that refs, stashes and messages hold; =A..B: what those commits add; =all: also what nothing refers to',
  },
  { name: 'since', kind: 'text', value: 'DATE', group: read, about: 'History from a date on' },
  { name: 'branch', kind: 'text', value: 'NAME', group: read, about: 'History of one branch' },
  { name: 'include', kind: 'list', value: 'GLOB', group: read, about: 'Only files that match; may be repeated' },
  { name: 'exclude', kind: 'list', value: 'GLOB', group: read, about: 'No files that match; may be repeated' },
  { name: 'no-ignore', kind: 'flag', group: read, about: 'Ignored files and node_modules too' },
  { name: 'submodules', kind: 'flag', group: read, about: 'Submodules too' },
  {
    name: 'max-file-size',
    kind: 'text',
    value: 'SIZE',
    group: read,
    about: 'No files above 10MB, 500k, …; default: no limit',
  },
  { name: 'rule', kind: 'list', value: 'ID', group: found, about: 'Only this rule; may be repeated' },
  { name: 'disable', kind: 'list', value: 'ID', group: found, about: 'All rules but this one; may be repeated' },
  {
    name: 'confidence',
    kind: 'text',
    value: 'LEVEL',
    choices: [...confidences].reverse(),
    group: found,
    about: 'Report from this confidence; default: medium',
  },
  {
    name: 'severity',
    kind: 'text',
    value: 'LEVEL',
    choices: severities,
    group: found,
    about: 'Report from this severity; default: low',
  },
  {
    name: 'fail-on',
    kind: 'text',
    value: 'LEVEL',
    choices: [...severities, 'none'],
    group: found,
    about: 'Exit code 1 from this severity; default: low',
  },
  { name: 'show-public', kind: 'flag', group: found, about: 'Values made to be public too, as notes' },
  {
    name: 'format',
    short: 'f',
    kind: 'text',
    value: 'FORMAT',
    choices: formats,
    group: shown,
    about: 'Default: text, or what the ending of --output says',
  },
  {
    name: 'output',
    short: 'o',
    kind: 'text',
    value: 'FILE',
    group: shown,
    about: 'Write the report to a file, whole or not at all',
  },
  {
    name: 'color',
    kind: 'text',
    value: 'WHEN',
    choices: ['auto', 'always', 'never'],
    group: shown,
    about: 'Default: auto',
  },
  { name: 'no-color', kind: 'flag', group: shown, about: 'As --color never' },
  { name: 'quiet', short: 'q', kind: 'flag', group: shown, about: 'Findings and gaps only' },
  { name: 'verbose', short: 'v', kind: 'flag', group: shown, about: 'Also what was held back and left out, and why' },
  { name: 'config', kind: 'text', value: 'FILE', group: own, about: 'Use this configuration' },
  { name: 'no-config', kind: 'flag', group: own, about: 'Use no configuration' },
  { name: 'jobs', kind: 'text', value: 'N', group: own, about: 'Threads; default: as many as there are processors' },
  { name: 'no-syntax', kind: 'flag', group: stages, about: 'Do not parse JavaScript and TypeScript' },
  { name: 'no-exposure', kind: 'flag', group: stages, about: 'Do not work out who can see a secret' },
  {
    name: 'own-secrets',
    kind: 'choice',
    value: '[=env]',
    group: found,
    about:
      'Also where values of .env, .npmrc, secrets.* stand, exactly; =env: of the environment too; default: of ignored .env files',
  },
  { name: 'no-own-secrets', kind: 'flag', group: stages, about: 'Do not search for values of .env files' },
  { name: 'no-inline', kind: 'flag', group: stages, about: 'Do not heed comments such as keyscan:allow' },
  { name: 'no-cache', kind: 'flag', group: stages, about: 'Keep and use no results of earlier runs' },
] as const satisfies readonly Option[];

export const publishOptions = [
  { name: 'docker', kind: 'flag', group: read, about: 'What docker build copies into images, not what npm packs' },
] as const satisfies readonly Option[];

export const ignoreOptions = [
  { name: 'all', kind: 'flag', group: own, about: 'Every finding of this scan' },
  { name: 'reason', kind: 'text', value: 'TEXT', group: own, about: 'Why they are harmless; required' },
  { name: 'owner', kind: 'text', value: 'NAME', group: own, about: 'Who answers for it' },
  { name: 'expires', kind: 'text', value: 'YYYY-MM-DD', group: own, about: 'The last day the entries hold' },
] as const satisfies readonly Option[];

export const listOptions = [
  {
    name: 'format',
    short: 'f',
    kind: 'text',
    value: 'FORMAT',
    choices: ['text', 'json'],
    group: own,
    about: 'Default: text',
  },
  {
    name: 'color',
    kind: 'text',
    value: 'WHEN',
    choices: ['auto', 'always', 'never'],
    group: own,
    about: 'Default: auto',
  },
  { name: 'no-color', kind: 'flag', group: own, about: 'As --color never' },
] as const satisfies readonly Option[];

export const hookOptions = [
  { name: 'force', kind: 'flag', group: own, about: 'Also into a folder of hooks that other repositories share' },
] as const satisfies readonly Option[];

/** Options that every command has. */
export const commonOptions = [
  { name: 'help', short: 'h', kind: 'flag', group: own, about: 'Show help' },
  { name: 'version', kind: 'flag', group: own, about: 'Show the version' },
] as const satisfies readonly Option[];
