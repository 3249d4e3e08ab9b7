import yargs, { type Argv, type Options } from 'yargs';
import { didYouMean } from '../config/did-you-mean.ts';
import { UsageError } from '../config/usage-error.ts';
import { type Command, type CommandName, commands } from './commands.ts';
import { commonOptions, type Option, scanOptions } from './options.ts';
import { normalise, type Raw, shortsWithValue } from './raw.ts';

/** What the full parser makes of a command line. */
export type FullParse = Raw | { readonly command: 'help'; readonly text: string };

const exitCodes =
  'Exit codes: 0 nothing found, 1 findings, 2 wrong usage or configuration, 3 something could not be looked at.';

/**
 * Reads any command line with yargs: all commands, help, the script for completion in a shell.
 * @param columns width of the terminal
 * @throws UsageError for an unknown option
 */
export async function parseFull(argv: readonly string[], columns: number): Promise<FullParse> {
  const normal = normalise(argv, shortsWithValue);
  // What a plain scan takes is described at the top, where completion finds it too.
  const words = normal[0] === 'scan' && normal.some(asksForHelp) ? normal.slice(1) : normal;
  // Help and completion name the choices; a wrong choice is told in words of our own.
  const withChoices = words.some((word) => asksForHelp(word) || word === '--get-yargs-completions');
  let found: CommandName = 'scan';
  let parser = setUp(yargs(words), columns, withChoices);
  for (const [name, command] of Object.entries(commands) as [CommandName, Command][]) {
    if (name === 'completion') continue;
    // Missing arguments are told in words of our own, so that to yargs none is required.
    const usage = `${name} ${command.positionals.replace(/<(\w+)>/, '[$1]')}`.trim();
    parser = parser.command(
      name === 'scan' ? ['$0 [paths..]', usage] : usage,
      command.about,
      (each) => describe(each, name, command, withChoices),
      () => {
        found = name;
      },
    );
  }
  if (words[0] === 'completion') {
    parser.showCompletionScript();
    return { command: 'help', text: '' };
  }
  let printed = '';
  const parsed = await parser.parseAsync(words, {}, (_error, _argv, output) => {
    printed = output;
  });
  if (parsed['help'] === true || words.includes('--get-yargs-completions'))
    return { command: 'help', text: `${printed.trimEnd()}\n` };
  const { _: rest, $0: _script, '--': _literal, ...values } = parsed as Record<string, unknown> & { _: unknown[] };
  const positional = positionalName(commands[found].positionals);
  const given = positional === undefined ? [] : [values[positional] ?? []].flat();
  if (positional !== undefined) delete values[positional];
  refuseUnknown(values, found);
  return {
    command: found,
    values: values as Raw['values'],
    positionals: [...given, ...rest.filter((word) => word !== found)].map(String),
  };
}

const asksForHelp = (word: string): boolean => /^(?:--help|-\w*h)$/.test(word);

function setUp(parser: Argv, columns: number, withChoices: boolean): Argv {
  return parser
    .scriptName('keyscan')
    .locale('en')
    .parserConfiguration({
      'boolean-negation': false,
      'camel-case-expansion': false,
      'dot-notation': false,
      'greedy-arrays': false,
      'parse-numbers': false,
      'parse-positional-numbers': false,
      'strip-aliased': true,
    })
    .exitProcess(false)
    .fail((message, error) => {
      throw error ?? new UsageError(message);
    })
    .wrap(Math.min(100, columns))
    .usage('keyscan: finds leaked secrets, and says who can already see them.\n\n$0 [paths..]')
    .options(yargsOptions(scanOptions, withChoices))
    .completion('completion', commands.completion.about)
    .help('help', 'Show help')
    .alias('help', 'h')
    .version(false)
    .option('version', { type: 'boolean', describe: 'Show the version' })
    .example(commands.scan.examples as unknown as [string, string?][])
    .epilogue(exitCodes);
}

function describe(parser: Argv, name: CommandName, command: Command, withChoices: boolean): Argv {
  // The options of a plain scan stand at the top, where help and completion find them; to be read they must stand here.
  if (name === 'scan') return withChoices ? parser : parser.options(yargsOptions(scanOptions, false));
  const { about, options, examples, positionals } = command;
  const named = positionalName(positionals);
  const described = parser
    .usage(`keyscan ${name} ${positionals}\n\n${about}.`)
    .example(examples as unknown as [string, string?][])
    .options(yargsOptions(options, withChoices));
  return named === undefined ? described : described.positional(named, { type: 'string' });
}

/** `paths` of `[paths..]`. */
const positionalName = (positionals: string): string | undefined => /\w+/.exec(positionals)?.[0];

const yargsOptions = (options: readonly Option[], withChoices: boolean): Record<string, Options> =>
  Object.fromEntries(
    options.map(({ name, kind, short, choices, about, group, value }) => [
      name,
      {
        type: kind === 'flag' ? 'boolean' : kind === 'list' ? 'array' : 'string',
        ...(kind === 'list' ? { string: true } : {}),
        describe: value && kind !== 'flag' && !choices ? `${about} [${value}]` : about,
        group,
        // Options of a scan are none of the other commands'.
        global: false,
        ...(short === undefined ? {} : { alias: short }),
        ...(choices === undefined || !withChoices ? {} : { choices }),
      } satisfies Options,
    ]),
  );

function refuseUnknown(values: Readonly<Record<string, unknown>>, command: CommandName): void {
  const options: readonly Option[] = [...commands[command].options, ...commonOptions];
  const names = options.map(({ name }) => name);
  const known = new Set(options.flatMap(({ name, short }) => (short === undefined ? [name] : [name, short])));
  const [unknown] = Object.keys(values).filter((name) => !known.has(name) && values[name] !== undefined);
  if (unknown === undefined) return;
  const option = unknown.length === 1 ? `-${unknown}` : `--${unknown}`;
  const others = command === 'scan' ? '' : ` of keyscan ${command}`;
  const meant = unknown.length === 1 ? '' : didYouMean(unknown, names).replace('mean ', 'mean --');
  throw new UsageError(`unknown option${others}: ${option}${meant}`);
}
