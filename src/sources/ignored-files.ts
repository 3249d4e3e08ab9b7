import { dirname, join } from 'node:path';
import { askGit } from './git.ts';
import { findRepository, type Repository } from './repository.ts';
import { SourceError } from './source-error.ts';

/**
 * Which of some files git ignores and does not track: nothing of them is in any commit.
 * @param files absolute and real
 * @returns those, of any repository; none where git fails
 */
export async function ignoredFiles(files: readonly string[], signal: AbortSignal): Promise<ReadonlySet<string>> {
  const byTop = new Map<string, { readonly repository: Repository; readonly files: string[] }>();
  for (const file of files) {
    const repository = findRepository(dirname(file));
    if (!repository) continue;
    const known = byTop.get(repository.top);
    if (known) known.files.push(file);
    else byTop.set(repository.top, { repository, files: [file] });
  }
  const ignored = new Set<string>();
  for (const { repository, files: own } of byTop.values()) {
    const list = ['--literal-pathspecs', 'ls-files', '-z', '--others', '--ignored', '--exclude-standard', '--', ...own];
    try {
      const printed = await askGit(list, { repository, signal });
      for (const name of printed.split('\0')) if (name !== '') ignored.add(join(repository.top, name));
    } catch (error) {
      if (!(error instanceof SourceError)) throw error;
    }
  }
  return ignored;
}
