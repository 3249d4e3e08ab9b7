import { chmodSync, existsSync, lstatSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { UsageError } from '../config/usage-error.ts';
import { writeWhole } from '../config/write-whole.ts';
import type { CommandLine } from './command-line.ts';
import { formerName, hookMark, hookScript } from './hook-script.ts';
import { hooksFolder } from './hooks-folder.ts';
import { writing } from './output.ts';
import { shownPath } from './shown-path.ts';
import type { Streams } from './streams.ts';

/** Installs or uninstalls the pre-commit hook; gives the line that says what was done. @throws UsageError, WriteError */
export async function hookCommand(
  { action, force }: Extract<CommandLine, { command: 'hook' }>,
  streams: Streams,
): Promise<string> {
  const { folder, own } = await hooksFolder(streams.cwd);
  const hook = join(folder, 'pre-commit');
  const former = join(folder, formerName);
  const shown = shownPath(hook, streams.cwd);
  if (!own && !force)
    throw new UsageError(
      `hook: core.hooksPath leads out of this repository, to ${folder}; --force means there all the same`,
    );
  return writing(shown, () =>
    action === 'install' ? install(hook, former, shown, streams) : uninstall(hook, former, shown),
  );
}

function install(hook: string, former: string, shown: string, streams: Streams): string {
  const exists = lstatSync(hook, { throwIfNoEntry: false }) !== undefined;
  const foreign = exists && !isOurs(hook);
  if (foreign && existsSync(former))
    throw new UsageError(
      `hook: ${shown} is another hook, and ${formerName} beside it an earlier one: merge the two first`,
    );
  mkdirSync(join(hook, '..'), { recursive: true });
  if (foreign) renameSync(hook, former);
  writeWhole(hook, hookScript(process.execPath, streams.program));
  chmodSync(hook, 0o755);
  return `Installed ${shown}${existsSync(former) ? `; the hook before it runs first, as ${formerName}` : ''}.\n`;
}

function uninstall(hook: string, former: string, shown: string): string {
  if (!isOurs(hook)) return `${shown} is no hook of keyscan: nothing to uninstall.\n`;
  rmSync(hook);
  if (!existsSync(former)) return `Uninstalled ${shown}.\n`;
  renameSync(former, hook);
  return `Uninstalled ${shown}; the hook before it is back.\n`;
}

function isOurs(hook: string): boolean {
  try {
    return readFileSync(hook, 'utf8').includes(hookMark);
  } catch {
    return false;
  }
}
