import { parseArgs } from 'node:util';
import { type CommandName, isCommand, scanWords } from './commands.ts';
import { commonOptions, type Option, scanOptions } from './options.ts';
import { normalise, type Raw, shortsWithValue } from './raw.ts';

const known: readonly Option[] = [...scanOptions, ...commonOptions];

const options = Object.fromEntries(
  known.map(({ name, kind, short }) => [
    name,
    {
      type: kind === 'flag' ? ('boolean' as const) : ('string' as const),
      // Of several values the last one holds, but a wrong one is told all the same.
      multiple: kind !== 'flag',
      ...(short === undefined ? {} : { short }),
    },
  ]),
);

/**
 * Reads the command line of a plain scan with what Node brings along: no other parser is loaded for it.
 * @returns nothing for another command, for help, and for whatever is wrong: the full parser sees to those
 */
export function parseFast(argv: readonly string[]): Raw | undefined {
  let parsed: ReturnType<typeof parse>;
  try {
    parsed = parse(argv);
  } catch {
    return undefined;
  }
  const { values, positionals, tokens } = parsed;
  if (values['help']) return undefined;
  const first = tokens.find(({ kind }) => kind !== 'option');
  const word = first?.kind === 'positional' && isCommand(first.value) ? first.value : undefined;
  if (word !== undefined && !scanWords.has(word)) return undefined;
  const command: CommandName = word ?? 'scan';
  return { command, values: { ...values }, positionals: word === undefined ? positionals : positionals.slice(1) };
}

const parse = (argv: readonly string[]) =>
  parseArgs({ args: normalise(argv, shortsWithValue), options, allowPositionals: true, strict: true, tokens: true });
