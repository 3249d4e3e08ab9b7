import { isSearchable } from './is-searchable.ts';
import type { OwnValue, OwnValues } from './own-value.ts';
import { readVariables } from './read-variables.ts';

/** A file with settings of the project, read. */
export interface OwnFile {
  /** The absolute path. */
  readonly file: string;
  /** As people know it. */
  readonly name: string;
  readonly text: string;
}

/** More values than this are not searched for: the others count as left out. */
const mostValues = 1000;

/**
 * What of files and of an environment is worth searching for; of a value that several set, the first names it.
 * @param environment variables of the process; without it they are not looked at
 */
export function chooseValues(
  files: readonly OwnFile[],
  environment: Readonly<Record<string, string | undefined>> = {},
): OwnValues {
  const chosen = new Map<string, OwnValue>();
  const leftOut = new Set<string>();
  const offer = (own: OwnValue): void => {
    if (chosen.has(own.value)) return;
    if (chosen.size < mostValues && isSearchable(own.name, own.value)) chosen.set(own.value, own);
    else if (own.value !== '') leftOut.add(own.value);
  };
  for (const { file, name: from, text } of files) {
    for (const { name, value } of readVariables(text, from)) offer({ name, value, from, file });
  }
  for (const [name, value] of Object.entries(environment)) {
    if (value !== undefined && !name.startsWith('npm_')) offer({ name, value, from: 'the environment' });
  }
  return { values: [...chosen.values()], leftOut: leftOut.size };
}
