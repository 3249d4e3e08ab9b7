import { isFile } from './added-in-index.ts';
import { askGitAtOnce, type GitCall } from './git.ts';
import { findRepository } from './repository.ts';

/** Contents read of one index: each costs a call of git. */
const mostRead = 400;

/** The files of a git index by their paths. git is asked when the first is wanted, and holds up the thread while it answers. */
export class IndexFiles {
  readonly #call: GitCall;
  readonly #largest: number;
  #ids: ReadonlyMap<string, string> | undefined;
  #left = mostRead;

  /** @param largest bytes of a content above which it is not given */
  constructor(gitDir: string, largest: number) {
    this.#call = callFor(gitDir);
    this.#largest = largest;
  }

  /** A regular file as it stands in the index; nothing where there is none, it is too large, or git fails. */
  read(path: string): Uint8Array | undefined {
    this.#ids ??= this.#list();
    const id = this.#ids.get(path);
    if (id === undefined || this.#left <= 0) return undefined;
    this.#left--;
    return askGitAtOnce(['cat-file', 'blob', id], this.#call, this.#largest);
  }

  /** `MODE ID STAGE<TAB>NAME`: names that are no UTF-8 are never imported. */
  #list(): ReadonlyMap<string, string> {
    const ids = new Map<string, string>();
    const printed = askGitAtOnce(['ls-files', '--stage', '-z'], this.#call, 256 << 20);
    for (const record of printed?.toString().split('\0') ?? []) {
      const tab = record.indexOf('\t');
      const [mode = '', id = '', stage] = record.slice(0, Math.max(0, tab)).split(' ');
      if (isFile(mode) && stage === '0') ids.set(record.slice(tab + 1), id);
    }
    return ids;
  }
}

/** A hook's own repository is asked as the hook sees it, with the index it names; any other by its git directory alone. */
function callFor(gitDir: string): GitCall {
  const own = findRepository(process.cwd());
  if (own?.gitDir === gitDir) return { repository: own };
  return { repository: { top: gitDir, gitDir, commonDir: gitDir, bare: true, own: false }, objectsOnly: true };
}
