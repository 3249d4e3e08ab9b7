import { devNull } from 'node:os';
import { delimiter, isAbsolute, resolve } from 'node:path';

/*
 * The repository under scan is hostile, and its configuration can name programs that git then runs. Only plumbing is
 * called, none of which converts contents, and what follows switches off everything that a configuration could still
 * make it run, write, ask or fetch. A value given by `-c` wins over every file.
 */

/** Arguments that stand before every command. */
export const safeArguments: readonly string[] = ['--no-pager', ...configuration()];

function configuration(): string[] {
  const values = [
    // Empty is "off" for every version: newer ones take `false`, older ones would run a program of that name.
    'core.fsmonitor=',
    `core.hooksPath=${devNull}`,
    // A cache that could claim a folder to be empty.
    'core.untrackedCache=false',
    // Caches that could claim other parents, trees or objects than the store has.
    'core.commitGraph=false',
    'core.multiPackIndex=false',
    'core.pager=cat',
    'core.askPass=',
    'core.sshCommand=false',
    'core.gitProxy=',
    'core.alternateRefsCommand=',
    'credential.helper=',
    'diff.external=',
    'log.showSignature=false',
    'protocol.allow=never',
    'submodule.recurse=false',
    'gc.auto=0',
    'maintenance.auto=false',
    'core.quotePath=false',
    'color.ui=false',
  ];
  return values.flatMap((value) => ['-c', value]);
}

/** Variables that are fixed for every call. */
const fixed: Readonly<Record<string, string>> = {
  GIT_OPTIONAL_LOCKS: '0',
  GIT_NO_REPLACE_OBJECTS: '1',
  GIT_GRAFT_FILE: devNull,
  GIT_NO_LAZY_FETCH: '1',
  GIT_ALLOW_PROTOCOL: 'none',
  GIT_PROTOCOL_FROM_USER: '0',
  GIT_TERMINAL_PROMPT: '0',
  GIT_TRACE2: '0',
  GIT_TRACE2_EVENT: '0',
  GIT_TRACE2_PERF: '0',
  LC_ALL: 'C',
  LANGUAGE: '',
};

/** What git needs of the user's environment to find itself and the user's own settings. */
const kept = [
  'HOME',
  'USERPROFILE',
  'HOMEDRIVE',
  'HOMEPATH',
  'APPDATA',
  'LOCALAPPDATA',
  'PROGRAMDATA',
  'SYSTEMROOT',
  'TMPDIR',
  'TMP',
  'TEMP',
  'XDG_CONFIG_HOME',
  'GIT_EXEC_PATH',
  'GIT_CONFIG_GLOBAL',
  'GIT_CONFIG_SYSTEM',
  'GIT_CONFIG_NOSYSTEM',
] as const;

/** Which repository a hook works on: folders, resolved because the call may run in another one. */
const ofRepository = ['GIT_DIR', 'GIT_COMMON_DIR', 'GIT_OBJECT_DIRECTORY', 'GIT_QUARANTINE_PATH'] as const;

/** The same, passed on as it stands: git reads a relative index from the top of the work tree. */
const ofRepositoryAsIs = ['GIT_INDEX_FILE', 'GIT_ALTERNATE_OBJECT_DIRECTORIES', 'GIT_NAMESPACE'] as const;

export interface SafeEnvironmentOptions {
  /** The environment keyscan was started with. */
  readonly given: NodeJS.ProcessEnv;
  /** The folder keyscan was started in: relative variables count from there. */
  readonly cwd: string;
  /** True where the repository asked about is the one that the given environment speaks of. */
  readonly own: boolean;
  /** The top of the work tree, where there is one: whatever `core.worktree` says. */
  readonly workTree?: string | undefined;
  /** The git directory, where it is not to be discovered. */
  readonly gitDir?: string | undefined;
}

/**
 * The whole environment of a call: nothing else is inherited, so no `GIT_EXTERNAL_DIFF`, `GIT_SSH_COMMAND`, `GIT_PAGER`,
 * `GIT_TRACE` or `GIT_CONFIG_COUNT` gets through.
 */
export function safeEnvironment({ given, cwd, own, workTree, gitDir }: SafeEnvironmentOptions): Record<string, string> {
  const environment: Record<string, string> = { ...fixed, PATH: absoluteOnly(given['PATH'] ?? given['Path'] ?? '') };
  const copy = (name: string, value = given[name]) => {
    if (value !== undefined) environment[name] = value;
  };
  for (const name of kept) copy(name);
  if (own) {
    for (const name of ofRepository) copy(name, given[name] && resolve(cwd, given[name]));
    for (const name of ofRepositoryAsIs) copy(name);
  }
  if (gitDir !== undefined) environment['GIT_DIR'] = gitDir;
  if (workTree !== undefined) environment['GIT_WORK_TREE'] = workTree;
  return environment;
}

/** A relative entry of PATH would let the scanned folder bring its own `git`. */
const absoluteOnly = (path: string): string =>
  path
    .split(delimiter)
    .filter((entry) => isAbsolute(entry))
    .join(delimiter);
