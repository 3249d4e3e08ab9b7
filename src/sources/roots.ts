import { lstatSync, realpathSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { printable } from './names.ts';
import { commonFolder } from './paths.ts';
import { findRepository, type Repository } from './repository.ts';
import { SourceError } from './source-error.ts';

/** One path that the user named. */
export interface Root {
  readonly given: string;
  /** Absolute and real: a link that is named is followed, as any command does. */
  readonly path: string;
  readonly kind: 'folder' | 'file';
  /** The folder itself, or the one the file lies in. */
  readonly folder: string;
  readonly repository: Repository | undefined;
}

/** A named link that leads nowhere. */
export interface Dangling {
  readonly given: string;
  readonly kind: 'dangling';
}

/**
 * What the user named, resolved.
 * @param given paths as typed, relative to `cwd`
 * @throws SourceError `no-such-path` or `not-readable`, naming the path
 */
export function resolveRoots(given: readonly string[], cwd: string): (Root | Dangling)[] {
  const repositories = new Map<string, Repository | undefined>();
  return given.map((path) => {
    const absolute = resolve(cwd, path);
    const kind = kindOf(absolute, path);
    if (kind === 'dangling') return { given: path, kind };
    const real = realpathSync.native(absolute);
    const folder = kind === 'folder' ? real : dirname(real);
    if (!repositories.has(folder)) repositories.set(folder, findRepository(folder));
    return { given: path, path: real, kind, folder, repository: repositories.get(folder) };
  });
}

function kindOf(absolute: string, given: string): 'folder' | 'file' | 'dangling' {
  try {
    const facts = statSync(absolute);
    if (facts.isDirectory()) return 'folder';
    if (facts.isFile()) return 'file';
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (isLink(absolute) && (code === 'ENOENT' || code === 'ELOOP' || code === 'ENOTDIR')) return 'dangling';
    if (code === 'ENOENT' || code === 'ENOTDIR') {
      throw new SourceError('no-such-path', `no such file or folder: ${printable(given)}`);
    }
    throw new SourceError('not-readable', `cannot read ${printable(given)} (${code ?? 'unknown reason'})`);
  }
  throw new SourceError(
    'not-readable',
    `cannot read ${printable(given)}: a device or pipe; --stdin reads what one gives`,
  );
}

function isLink(path: string): boolean {
  try {
    return lstatSync(path).isSymbolicLink();
  } catch {
    return false;
  }
}

/** The folder that paths of a whole scan are relative to, and whether it is the top of a work tree. */
export interface ScanTop {
  readonly top: string;
  readonly inGit: boolean;
}

/**
 * The top of what is scanned: of the repository, where all roots lie in one; else the deepest folder that holds them.
 * @param cwd stands for a root where none can be resolved
 */
export function topOf(roots: readonly (Root | Dangling)[], cwd: string): ScanTop {
  const found = roots.filter((root): root is Root => root.kind !== 'dangling');
  const first = found[0];
  if (first === undefined) return { top: cwd, inGit: false };
  const top = first.repository?.top;
  if (top !== undefined && found.every((root) => root.repository?.top === top)) return { top, inGit: true };
  return { top: commonFolder(found.map((root) => root.folder)), inGit: false };
}

/**
 * The top of a scan of the given paths (none: the working directory): where its configuration and its ignore files lie.
 * @throws SourceError as `resolveRoots`
 */
export const scanTop = (given: readonly string[], cwd: string): ScanTop => {
  const real = realpathSync.native(cwd);
  return topOf(resolveRoots(given.length === 0 ? ['.'] : given, real), real);
};
