import { existsSync, realpathSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import type { ScanSettings } from '../config/settings.ts';
import type { Scope, Source } from '../model/index.ts';
import { fileSource } from './files.ts';
import type { HistoryScan } from './history/history-scan.ts';
import { below } from './paths.ts';
import { publishSource } from './publish/publish-source.ts';
import { isWithin } from './repository.ts';
import { scanTop } from './roots.ts';
import { stagedSource } from './staged.ts';
import { stdinSource } from './stdin.ts';

/** A source and what it is of. */
export interface Opened {
  readonly source: Source;
  readonly scope: Scope;
}

/** A history is scanned in several steps. */
export interface OpenedHistory {
  readonly history: HistoryScan;
  readonly scope: Scope;
}

/**
 * The history that the settings ask for.
 * @throws SourceError outside a repository
 */
export async function openHistory({ mode, cwd, ...settings }: ScanSettings): Promise<OpenedHistory | undefined> {
  if (mode.kind !== 'history') return undefined;
  const { HistoryScan } = await import('./history/history-scan.ts');
  const { include, exclude, ignore, includeMustSelect: mustSelect } = settings;
  const history = new HistoryScan({ ...mode, cwd, include, exclude, noIgnore: ignore.noIgnore, mustSelect });
  const { top } = history.repository;
  return { history, scope: { cwd, mode: 'history', roots: mode.roots, top, inGit: true } };
}

/**
 * The source that the settings ask for.
 * @throws SourceError where there is nothing to read from: no such path, no repository
 */
export function openSource(settings: ScanSettings, world: { readonly stdin?: AsyncIterable<Uint8Array> }): Opened {
  const { mode, cwd, include, exclude, submodules } = settings;
  const limits = settings.maxFileSize === undefined ? {} : { maxFileSize: settings.maxFileSize };
  const selection = { include, exclude, noIgnore: settings.ignore.noIgnore, mustSelect: settings.includeMustSelect };
  switch (mode.kind) {
    case 'files':
      return {
        source: mode.as
          ? publishSource({ roots: mode.roots, cwd, as: mode.as })
          : fileSource({ roots: mode.roots, cwd, submodules, ...selection }),
        scope: { cwd, mode: 'files', roots: mode.roots.length === 0 ? ['.'] : mode.roots, ...scanTop(mode.roots, cwd) },
      };
    case 'staged':
      return {
        source: stagedSource({ roots: mode.roots, cwd, ...selection }),
        scope: { cwd, mode: 'staged', roots: mode.roots, ...scanTop(mode.roots, cwd) },
      };
    case 'stdin':
      return {
        source: stdinSource({ stream: world.stdin ?? process.stdin, ...stdinNames(mode.name, cwd), ...limits }),
        scope: { cwd, mode: 'stdin', roots: [mode.name], top: cwd, inGit: false },
      };
    case 'history':
      throw new TypeError('a history is opened by openHistory');
  }
}

/**
 * What standard input is called: as typed, and from the top of the project that a file of that name would belong to, as
 * entries have it.
 */
function stdinNames(name: string, cwd: string): { readonly name: string; readonly path: string } {
  const file = resolve(cwd, name);
  const folder = dirname(file);
  if (name === 'stdin' || !existsSync(folder)) return { name, path: name };
  const { top } = scanTop([existsSync(file) ? file : folder], cwd);
  const path = join(realpathSync.native(folder), basename(file));
  return { name, path: path !== top && isWithin(path, top) ? below(top, path) : name };
}
