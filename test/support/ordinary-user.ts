import { execFileSync } from 'node:child_process';
import { chmodSync } from 'node:fs';
import { join } from 'node:path';

/** The user nobody, who owns nothing else. */
const nobody = 65534;

/**
 * Runs something while the rights of files count: root may read everything, so it steps down to another user, who is
 * handed the folder first.
 * @param lock paths in the folder that lose all rights
 */
export async function asOrdinaryUser(
  folder: string,
  { lock }: { readonly lock: readonly string[] },
  run: () => Promise<void>,
): Promise<void> {
  const isRoot = process.getuid?.() === 0;
  if (isRoot) execFileSync('chown', ['-R', `${nobody}`, folder]);
  for (const path of lock) chmodSync(join(folder, path), 0);
  if (isRoot) process.seteuid?.(nobody);
  try {
    await run();
  } finally {
    if (isRoot) process.seteuid?.(0);
    for (const path of lock) chmodSync(join(folder, path), 0o755);
  }
}
