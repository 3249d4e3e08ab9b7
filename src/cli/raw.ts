import type { CommandName } from './commands.ts';

/** A command line split into its parts, values as typed. */
export interface Raw {
  readonly command: CommandName;
  /** By name of the option; a list for options that may be repeated. */
  readonly values: Readonly<Record<string, boolean | string | readonly (boolean | string)[] | undefined>>;
  readonly positionals: readonly string[];
}

/**
 * The command line with what only some parsers understand written out: `-fjson` and `-f=json` as two words, `--history`
 * and `--own-secrets` without a value as `--history=`, so that the word after it stays a path. Words after `--` stay as they are.
 */
export function normalise(argv: readonly string[], shorts: ReadonlySet<string>): string[] {
  const end = argv.indexOf('--');
  const before = end < 0 ? argv : argv.slice(0, end);
  const words = before.flatMap((word) => {
    if (word === '--history' || word === '--own-secrets') return [`${word}=`];
    const [, short = '', value = ''] = /^-(\w)=?(.+)$/s.exec(word) ?? [];
    return shorts.has(short) ? [`-${short}`, value] : [word];
  });
  return end < 0 ? words : [...words, ...argv.slice(end)];
}

/** Short names of options that take a value. */
export const shortsWithValue: ReadonlySet<string> = new Set(['f', 'o']);
