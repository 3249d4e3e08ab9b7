import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { readText } from './read-text.ts';
import { UsageError } from './usage-error.ts';

/** The names a configuration may have, at the top of what is scanned. */
export const configNames = [
  'keyscan.config.json',
  'keyscan.config.jsonc',
  'keyscan.config.yaml',
  'keyscan.config.yml',
  'keyscan.config.toml',
] as const;

/** Bytes. Far more than any configuration has. */
export const largestConfig = 1 << 20;

/**
 * The configuration of a folder: the path of its file, or nothing. Only the folder itself is looked at, none above it.
 * @param folder absolute
 * @throws UsageError where there are two
 */
export function findConfig(folder: string): string | undefined {
  const names: string[] = configNames.filter((name) => existsSync(join(folder, name)));
  if (inPackageJson(folder)) names.push('package.json');
  const [first, second] = names;
  if (second !== undefined)
    throw new UsageError(
      `two configurations in ${folder}: ${first} and ${second}; keep one, or name one with --config`,
    );
  return first === undefined ? undefined : join(folder, first);
}

/** Whether the package.json of a folder has a `keyscan` key at its top. A broken one has none: others complain of it. */
function inPackageJson(folder: string): boolean {
  let text: string | undefined;
  try {
    text = readText(join(folder, 'package.json'), 'package.json', largestConfig);
  } catch {
    return false;
  }
  if (!text?.includes('"keyscan"')) return false;
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && Object.hasOwn(value, 'keyscan');
  } catch {
    return false;
  }
}
