import type { ScanSettings } from '../config/settings.ts';
import type { Scope, Source } from '../model/index.ts';
import { fileSource } from './files.ts';
import { scanTop } from './roots.ts';
import { SourceError } from './source-error.ts';
import { stagedSource } from './staged.ts';
import { stdinSource } from './stdin.ts';

/** A source and what it is of. */
export interface Opened {
  readonly source: Source;
  readonly scope: Scope;
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
        source: fileSource({ roots: mode.roots, cwd, submodules, ...selection }),
        scope: { cwd, mode: 'files', roots: mode.roots.length === 0 ? ['.'] : mode.roots, ...scanTop(mode.roots, cwd) },
      };
    case 'staged':
      return {
        source: stagedSource({ roots: mode.roots, cwd, ...selection }),
        scope: { cwd, mode: 'staged', roots: mode.roots, ...scanTop(mode.roots, cwd) },
      };
    case 'stdin':
      return {
        source: stdinSource({ stream: world.stdin ?? process.stdin, name: mode.name, ...limits }),
        scope: { cwd, mode: 'stdin', roots: [mode.name], top: cwd, inGit: false },
      };
    case 'history':
      throw new SourceError('git-failed', 'history cannot be scanned by this version');
  }
}
