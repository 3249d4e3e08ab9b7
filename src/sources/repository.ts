import { readFileSync, realpathSync, statSync } from 'node:fs';
import { delimiter, dirname, join, resolve, sep } from 'node:path';

/** A repository on disk. All paths are absolute and real (no symlink in them). */
export interface Repository {
  /** The top of the work tree; of a bare repository, the git directory. */
  readonly top: string;
  readonly gitDir: string;
  /** Where objects and refs lie: another folder than `gitDir` in a linked work tree. */
  readonly commonDir: string;
  readonly bare: boolean;
  /** True where the `GIT_*` variables of the environment speak of this repository: in a hook, above all. */
  readonly own: boolean;
}

type Found = Omit<Repository, 'own'>;

/** The world a search starts from. */
export interface Surroundings {
  readonly environment?: NodeJS.ProcessEnv;
  readonly cwd?: string;
}

/**
 * The repository whose work tree holds a path, as git would find it, without asking git.
 * @param path an existing file or folder
 * @returns nothing where the path is in no work tree
 */
export function findRepository(path: string, surroundings: Surroundings = {}): Repository | undefined {
  const { environment = process.env, cwd = process.cwd() } = surroundings;
  const start = real(path);
  if (start === undefined) return undefined;
  const nearest = walkUp(start, environment);
  const given = environment['GIT_DIR'] ? fromEnvironment(environment, cwd) : undefined;
  if (given && !given.bare && isWithin(start, given.top)) {
    // A repository nested in the one of the hook is another one.
    const nested = nearest && nearest.gitDir !== given.gitDir && isWithin(nearest.top, given.top);
    if (!nested) return { ...given, own: true };
  }
  if (!nearest) return undefined;
  const own = environment['GIT_DIR'] ? given?.gitDir === nearest.gitDir : isOfFolder(nearest, cwd, environment);
  return { ...nearest, own };
}

/** The repository that a folder is, work tree or bare. */
export function repositoryAt(folder: string): Found | undefined {
  const dotGit = join(folder, '.git');
  const gitDir = isGitDirectory(dotGit) ? real(dotGit) : followGitFile(dotGit);
  if (gitDir !== undefined) return { top: folder, gitDir, commonDir: commonDirOf(gitDir), bare: false };
  if (!isGitDirectory(folder)) return undefined;
  return { top: folder, gitDir: folder, commonDir: commonDirOf(folder), bare: true };
}

/** True where `path` is `folder` or lies below it. Both absolute and real. */
export const isWithin = (path: string, folder: string): boolean =>
  path === folder || path.startsWith(folder.endsWith(sep) ? folder : folder + sep);

function walkUp(start: string, environment: NodeJS.ProcessEnv): Found | undefined {
  const ceilings = (environment['GIT_CEILING_DIRECTORIES'] ?? '').split(delimiter).filter((entry) => entry !== '');
  for (let folder = start; ; folder = dirname(folder)) {
    const found = repositoryAt(folder);
    // Inside a git directory the work tree around it counts, as the path is part of that folder tree.
    if (found && !found.bare) return found;
    if (folder === dirname(folder) || ceilings.includes(dirname(folder))) return undefined;
  }
}

function fromEnvironment(environment: NodeJS.ProcessEnv, cwd: string): Found | undefined {
  const gitDir = real(resolve(cwd, environment['GIT_DIR'] ?? ''));
  if (gitDir === undefined || !isGitDirectory(gitDir)) return undefined;
  const commonDir = environment['GIT_COMMON_DIR'] ? resolve(cwd, environment['GIT_COMMON_DIR']) : commonDirOf(gitDir);
  const workTree = environment['GIT_WORK_TREE'] && real(resolve(cwd, environment['GIT_WORK_TREE']));
  if (workTree) return { top: workTree, gitDir, commonDir, bare: false };
  const here = real(cwd);
  const around = here === undefined ? undefined : walkUp(here, environment);
  if (around?.gitDir === gitDir) return around;
  if (here !== undefined && isWithin(here, gitDir)) return { top: gitDir, gitDir, commonDir, bare: true };
  return here === undefined ? undefined : { top: here, gitDir, commonDir, bare: false };
}

function isOfFolder(repository: Found, cwd: string, environment: NodeJS.ProcessEnv): boolean {
  const here = real(cwd);
  return here !== undefined && walkUp(here, environment)?.gitDir === repository.gitDir;
}

/** git's own test: a HEAD that can be one, and folders for objects and refs. */
function isGitDirectory(folder: string): boolean {
  const head = readShort(join(folder, 'HEAD'));
  if (head === undefined || !/^(?:ref:\s*refs\/|[0-9a-f]{40})/.test(head)) return false;
  const common = commonDirOf(folder);
  return isFolder(join(common, 'objects')) && isFolder(join(common, 'refs'));
}

/** A `.git` that is a file names the git directory: in linked work trees and submodules. */
function followGitFile(file: string): string | undefined {
  const target = /^gitdir: (.+?)[\r\n]*$/.exec(readShort(file) ?? '')?.[1];
  const gitDir = target === undefined ? undefined : real(resolve(dirname(file), target));
  return gitDir !== undefined && isGitDirectory(gitDir) ? gitDir : undefined;
}

function commonDirOf(gitDir: string): string {
  const named = readShort(join(gitDir, 'commondir'))?.trim();
  return named ? (real(resolve(gitDir, named)) ?? gitDir) : gitDir;
}

/** A small regular file as text; nothing where there is none. A fifo of that name must not block. */
function readShort(file: string): string | undefined {
  try {
    const { size } = statSync(file, { throwIfNoEntry: false }) ?? { size: -1 };
    if (size < 0 || size > 4096 || !statSync(file).isFile()) return undefined;
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}

function isFolder(path: string): boolean {
  try {
    return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
  } catch {
    return false;
  }
}

function real(path: string): string | undefined {
  try {
    return realpathSync.native(path);
  } catch {
    return undefined;
  }
}
