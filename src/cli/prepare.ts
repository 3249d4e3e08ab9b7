import { existsSync, lstatSync, readdirSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { basename, dirname, join, resolve } from 'node:path';
import { catalog } from '../../rules/catalog.ts';
import { didYouMean, nearest } from '../config/did-you-mean.ts';
import { findConfig } from '../config/find.ts';
import type { Given } from '../config/given.ts';
import { readIgnores, splitByDay } from '../config/ignores.ts';
import { resolveSettings } from '../config/resolve.ts';
import type { Mode, ScanSettings } from '../config/settings.ts';
import { UsageError } from '../config/usage-error.ts';
import { scanTop } from '../sources/roots.ts';
import { type IgnoreEntry, ignoresFile } from '../triage/ignore-entry.ts';
import type { Telling } from './command-line.ts';
import { commands } from './commands.ts';
import { shownPath } from './shown-path.ts';

/** A scan that is ready to run. */
export interface Prepared {
  readonly settings: ScanSettings;
  /** Where configuration and ignore entries lie: the top of the repository, or the scanned folder. */
  readonly top: string | undefined;
  /** Entries that no longer hold. */
  readonly expired: readonly IgnoreEntry[];
}

/**
 * Finds what belongs to the scanned project, its configuration and ignore entries, and completes the options with it.
 * @param config a configuration named on the command line, or `false` for none
 * @param today `YYYY-MM-DD`
 * @throws UsageError, SourceError
 */
export async function prepare(given: Given, config: Telling['config'], cwd: string, today: string): Promise<Prepared> {
  const top = projectTop(given.mode, cwd);
  const found = config === false ? undefined : config === undefined ? top && findConfig(top) : resolve(cwd, config);
  const configName = found && (config || shownPath(found, cwd));
  // Without a configuration neither its schema nor a parser is loaded.
  const checked =
    found && configName ? await (await import('../config/load.ts')).loadConfig(found, configName) : undefined;
  const entries = top === undefined ? [] : readIgnores(top, shownPath(join(top, ignoresFile), cwd));
  const { holding, expired } = splitByDay(entries, today);
  const { mode } = given;
  const named: Mode = mode.kind === 'stdin' && mode.name === '' ? { kind: 'stdin', name: 'stdin' } : mode;
  const settings = resolveSettings(
    { ...given, mode: named },
    {
      cwd,
      processors: availableParallelism(),
      builtIn: catalog,
      ignores: holding,
      ...(checked ? { config: checked } : {}),
      ...(configName ? { configName } : {}),
    },
  );
  return { settings, top, expired };
}

/** The top of what a mode reads; nothing for an input that has no place. @throws UsageError where a path is not there */
export function projectTop(mode: Mode, cwd: string): string | undefined {
  if (mode.kind !== 'stdin') return scanTop(existing(mode.roots, cwd), cwd).top;
  if (mode.name === '') return undefined;
  const path = resolve(cwd, mode.name);
  const nearest = [path, dirname(path)].find((each) => existsSync(each));
  return nearest && scanTop([nearest], cwd).top;
}

/** The roots, or the working directory where there are none; each of them exists. */
function existing(roots: readonly string[], cwd: string): readonly string[] {
  for (const root of roots) {
    const path = resolve(cwd, root);
    if (isThere(path)) continue;
    const hint = /[*?[{]/.test(root)
      ? '; a pattern goes to --include'
      : didYouMean(basename(path), namesIn(dirname(path))) || commandMeant(root);
    throw new UsageError(`no such file or folder: ${root}${hint}`);
  }
  return roots.length > 0 ? roots : ['.'];
}

function commandMeant(word: string): string {
  const command = nearest(word, Object.keys(commands));
  return command === undefined ? '' : `; did you mean the command ${command}?`;
}

/** A link that leads nowhere is there; what cannot be asked about is left to whoever reads it. */
function isThere(path: string): boolean {
  try {
    return lstatSync(path, { throwIfNoEntry: false }) !== undefined;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code !== 'ENOTDIR';
  }
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
