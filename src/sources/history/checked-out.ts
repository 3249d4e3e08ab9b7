import { gitStream } from '../git.ts';
import { printable } from '../names.ts';
import { records } from '../records.ts';
import type { Archive } from './archive.ts';

/** Numbers of the contents that the tree of HEAD names. */
export async function headContents(archive: Archive): Promise<ReadonlySet<number>> {
  const contents = new Set<number>();
  if (archive.tips.head === undefined) return contents;
  for await (const { id } of listed(['ls-tree', '-r', '-z', '--full-tree', 'HEAD'], archive)) {
    const content = archive.table.find(id);
    if (content !== -1) contents.add(content);
  }
  return contents;
}

/** What the index has: the contents by path, and the name on disk where it prints otherwise. */
export interface Indexed {
  readonly content: number;
  readonly name: string;
}

/** The index of the work tree: files by the path that reports print. One in conflict stands there with any of its sides. */
export async function indexContents(archive: Archive): Promise<ReadonlyMap<string, Indexed>> {
  const files = new Map<string, Indexed>();
  if (archive.call.repository.bare) return files;
  for await (const { id, name } of listed(['ls-files', '-z', '--stage', '--full-name'], archive)) {
    files.set(printable(name), { content: archive.table.find(id), name });
  }
  return files;
}

/** Names of the files in the work tree that git neither tracks nor ignores; repositories among them are left out. */
export async function untrackedNames({ call }: Archive): Promise<readonly string[]> {
  const names: string[] = [];
  if (call.repository.bare) return names;
  const git = gitStream(['ls-files', '-z', '--others', '--exclude-standard'], call);
  git.stdin.end();
  try {
    for await (const batch of records(git.stdout))
      for (const name of batch) if (name !== '' && !name.endsWith('/')) names.push(name);
    await git.ended;
  } finally {
    git.stop();
  }
  return names;
}

/** `MODE [TYPE] ID [STAGE]<TAB>NAME`, of files with a content. A listing that breaks off tells less, never wrong. */
async function* listed(args: readonly string[], archive: Archive): AsyncGenerator<{ id: string; name: string }> {
  const git = gitStream(args, archive.call);
  git.stdin.end();
  try {
    for await (const batch of records(git.stdout)) {
      for (const record of batch) {
        const tab = record.indexOf('\t');
        const id = / ([0-9a-f]{40,64})\b/.exec(record.slice(0, tab))?.[1];
        if (/^1[02]0/.test(record) && id) yield { id, name: record.slice(tab + 1) };
      }
    }
    await git.ended;
  } finally {
    git.stop();
  }
}
