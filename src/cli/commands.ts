import { graphOptions } from './graph-options.ts';
import { hookOptions, ignoreOptions, listOptions, type Option, publishOptions, scanOptions } from './options.ts';

export interface Command {
  /** Its arguments, as help shows them. */
  readonly positionals: string;
  readonly about: string;
  readonly options: readonly Option[];
  readonly examples: readonly (readonly [command: string, about: string])[];
}

const ignoreScan: readonly string[] = scanOptions
  .map(({ name }) => name)
  .filter((name) => !['format', 'output', 'fail-on', 'stdin', 'stdin-filename'].includes(name));

const readsOtherwise = 'staged stdin stdin-filename history since branch include exclude no-ignore submodules'.split(
  ' ',
);
const publishScan: readonly string[] = scanOptions
  .map(({ name }) => name)
  .filter((name) => !readsOtherwise.includes(name));

/** Every command. A first word that stands here is a command, whatever folder has that name: `./rules` is the folder. */
export const commands = {
  scan: {
    positionals: '[paths..]',
    about: 'Find leaked secrets, and who can see them (the default command)',
    options: scanOptions,
    examples: [
      ['keyscan', 'the repository or folder you stand in'],
      ['keyscan src dist', 'two folders, although dist is ignored'],
      ['keyscan --staged', 'what the next commit adds'],
      ['git diff | keyscan --stdin', 'what another program prints'],
      ['keyscan -f sarif -o keyscan.sarif', 'a report for GitHub code scanning'],
      ['keyscan --fail-on high', 'exit code 1 for grave findings only'],
      ['keyscan --rule github-classic-token ./rules', 'one rule, in a folder that is called like a command'],
    ],
  },
  dir: {
    positionals: '[paths..]',
    about: 'The same, for paths',
    options: scanOptions,
    examples: [['keyscan dir build', 'a folder']],
  },
  git: {
    positionals: '[paths..]',
    about: 'The same as --history: everything a repository stores',
    options: scanOptions,
    examples: [
      ['keyscan git', 'the history of this repository'],
      ['keyscan git --history=main..HEAD', 'what these commits add'],
    ],
  },
  stdin: {
    positionals: '',
    about: 'The same as --stdin: what another program prints',
    options: scanOptions,
    examples: [
      ['kubectl logs app | keyscan stdin', 'a log'],
      ['cat a.ts | keyscan stdin --stdin-filename a.ts', 'read as TypeScript'],
    ],
  },
  publish: {
    positionals: '[paths..]',
    about: 'Scan what npm would publish, or docker put into an image: those files and no others',
    options: [...publishOptions, ...scanOptions.filter(({ name }) => publishScan.includes(name))],
    examples: [
      ['keyscan publish', 'the package you stand in, as npm pack would send it'],
      ['keyscan publish app-1.0.0.tgz', 'a packed package'],
      ['keyscan publish --docker', 'what the Dockerfile copies, and what it says itself'],
    ],
  },
  rules: {
    positionals: '',
    about: 'List the rules',
    options: listOptions,
    examples: [['keyscan rules -f json', 'for other programs']],
  },
  explain: {
    positionals: '<rule>',
    about: 'What a rule finds, what its secret can do, and how to revoke it',
    options: listOptions,
    examples: [['keyscan explain github-classic-token', 'one rule']],
  },
  graph: {
    positionals: '[file]',
    about: 'Where a module runs, and why; without one, what the applications start from',
    options: graphOptions,
    examples: [
      ['keyscan graph src/lib/ai.ts', 'does it reach browsers, and by which way'],
      ['keyscan graph -f dot | dot -Tsvg > graph.svg', 'every import on the side of browsers'],
    ],
  },
  ignore: {
    positionals: '[fingerprints..]',
    about: 'Accept findings, with a reason, in .keyscan/ignores.jsonl',
    options: [...ignoreOptions, ...scanOptions.filter(({ name }) => ignoreScan.includes(name))],
    examples: [
      ['keyscan ignore 0123456789abcdef0123 --reason "revoked in May"', 'one secret, wherever it stands'],
      ['keyscan ignore --all --reason "accepted before keyscan came"', 'everything found now'],
    ],
  },
  hook: {
    positionals: '<action>',
    about: 'Install or uninstall a git hook that scans what each commit adds',
    options: hookOptions,
    examples: [
      ['keyscan hook install', 'an existing hook is kept, and runs first'],
      ['keyscan hook uninstall', 'the hook before it is back'],
    ],
  },
  completion: {
    positionals: '',
    about: 'Print a script that completes commands and options in bash or zsh',
    options: [],
    examples: [['keyscan completion >> ~/.bashrc', 'for bash']],
  },
} as const satisfies Record<string, Command>;

export type CommandName = keyof typeof commands;

export const isCommand = (word: string): word is CommandName => Object.hasOwn(commands, word);

/** The commands that are scans in another word: the fast parser knows these. */
export const scanWords: ReadonlySet<string> = new Set<CommandName>(['scan', 'dir', 'git', 'stdin']);
