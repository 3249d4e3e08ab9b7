import { didYouMean } from '../config/did-you-mean.ts';
import type { Given } from '../config/given.ts';
import type { Mode } from '../config/settings.ts';
import { parseSize } from '../config/size.ts';
import { UsageError } from '../config/usage-error.ts';
import type { Confidence, Severity } from '../model/index.ts';
import { type Format, formats } from '../report/options.ts';
import { isDay } from '../triage/ignore-lines.ts';
import type { ColourWhen, CommandLine, Telling } from './command-line.ts';
import { commands } from './commands.ts';
import type { Option } from './options.ts';
import type { Raw } from './raw.ts';

/**
 * What a split command line asks for.
 * @throws UsageError naming the option or argument that is wrong
 */
export function interpret(raw: Raw): CommandLine {
  if (raw.values['version']) return { command: 'version' };
  const values = new Values(raw);
  const { positionals } = raw;
  switch (raw.command) {
    case 'scan':
    case 'dir':
    case 'git':
    case 'stdin':
      return { command: 'scan', given: givenOf(values, modeOf(raw, values, positionals)), telling: tellingOf(values) };
    case 'rules':
      atMost(raw, 0);
      return { command: 'rules', format: listFormat(values), colour: colourOf(values) };
    case 'explain': {
      atMost(raw, 1);
      const [rule] = positionals;
      if (rule === undefined) throw new UsageError('explain: which rule? `keyscan rules` lists them');
      return { command: 'explain', rule, format: listFormat(values), colour: colourOf(values) };
    }
    case 'completion':
      throw new UsageError('completion takes no argument');
    case 'ignore':
      return ignoreOf(raw, values);
    case 'hook': {
      atMost(raw, 1);
      const [action = ''] = positionals;
      if (action !== 'install' && action !== 'uninstall')
        throw new UsageError(
          `hook: install or uninstall?${didYouMean(action, ['install', 'uninstall']).replace(/^;/, '')}`,
        );
      return { command: 'hook', action, force: values.flag('force') };
    }
  }
}

/** Reads values by the option's name; checks choices. */
class Values {
  readonly #raw: Raw;
  constructor(raw: Raw) {
    this.#raw = raw;
    for (const option of commands[raw.command].options as readonly Option[]) this.#check(option);
  }

  #check({ name, kind, choices }: Option): void {
    for (const value of this.list(name)) {
      if (value === '' && kind !== 'choice') throw new UsageError(`--${name} needs a value`);
      if (choices && !choices.includes(value))
        throw new UsageError(`--${name}: ${value} is none of ${choices.join(', ')}${didYouMean(value, choices)}`);
    }
  }

  flag(name: string): boolean {
    return [this.#raw.values[name]].flat().at(-1) === true;
  }

  /** The last of several. */
  text(name: string): string | undefined {
    return this.list(name).at(-1);
  }

  list(name: string): readonly string[] {
    const value = this.#raw.values[name];
    return (typeof value === 'object' ? value : [value]).filter((each) => typeof each === 'string');
  }
}

function atMost({ command, positionals }: Raw, most: number): void {
  const extra = positionals[most];
  if (extra !== undefined) throw new UsageError(`${command} takes no argument ${extra}`);
}

function modeOf({ command }: Raw, values: Values, positionals: readonly string[]): Mode {
  const piped = positionals.includes('-');
  const name = values.text('stdin-filename');
  const asked = {
    '--staged': values.flag('staged'),
    '--stdin': values.flag('stdin') || command === 'stdin' || piped || name !== undefined,
    '--history': ['history', 'since', 'branch'].some((option) => values.text(option) !== undefined),
  };
  const [mode, other] = Object.entries(asked).flatMap(([option, given]) => (given ? [option] : []));
  if (other !== undefined) throw new UsageError(`${mode} and ${other} exclude one another`);
  if (mode === '--stdin') {
    const paths = positionals.filter((path) => path !== '-');
    if (paths.length > 0)
      throw new UsageError(`standard input takes no path: ${paths[0]}; its name goes to --stdin-filename`);
    return { kind: 'stdin', name: name ?? '' };
  }
  if (positionals.includes('')) throw new UsageError('a path is empty; . is the folder you stand in');
  if (mode === '--staged') return { kind: 'staged', roots: positionals };
  const roots = positionals.length > 0 ? positionals : ['.'];
  if (mode !== '--history' && command !== 'git') return { kind: 'files', roots };
  const [range, since, branch] = [values.text('history'), values.text('since'), values.text('branch')];
  return {
    kind: 'history',
    roots,
    ...(range ? { range } : {}),
    ...(since ? { since } : {}),
    ...(branch ? { branch } : {}),
  };
}

function givenOf(values: Values, mode: Mode): Given {
  const size = values.text('max-file-size');
  const bytes = size === undefined ? undefined : parseSize(size);
  if (bytes === null) throw new UsageError(`--max-file-size: ${size} is no size: a number of bytes, or 10MB`);
  const jobs = values.text('jobs');
  if (jobs !== undefined && !/^[1-9]\d{0,3}$/.test(jobs))
    throw new UsageError(`--jobs: ${jobs} is no number of threads`);
  const level = <T extends string>(name: string) => values.text(name) as T | undefined;
  const [confidence, severity, failOn] = [
    level<Confidence>('confidence'),
    level<Severity>('severity'),
    level<Severity | 'none'>('fail-on'),
  ];
  return {
    mode,
    include: values.list('include'),
    exclude: values.list('exclude'),
    rules: values.list('rule'),
    disable: values.list('disable'),
    ...(confidence ? { confidence } : {}),
    ...(severity ? { severity } : {}),
    ...(failOn ? { failOn } : {}),
    ...(bytes === undefined ? {} : { maxFileSize: bytes }),
    ...(jobs === undefined ? {} : { jobs: Number(jobs) }),
    noIgnore: values.flag('no-ignore'),
    submodules: values.flag('submodules'),
    noSyntax: values.flag('no-syntax'),
    noExposure: values.flag('no-exposure'),
    noInline: values.flag('no-inline'),
    noCache: values.flag('no-cache'),
    showPublic: values.flag('show-public'),
    verbose: values.flag('verbose'),
  };
}

function tellingOf(values: Values): Telling {
  const output = values.text('output');
  const file = output === '-' ? undefined : output;
  const ending = /\.(\w+)$/.exec(file ?? '')?.[1];
  const format = (values.text('format') ?? formats.find((each) => each === ending) ?? 'text') as Format;
  const config = values.text('config');
  if (config !== undefined && values.flag('no-config'))
    throw new UsageError('--config and --no-config exclude one another');
  if (values.flag('quiet') && values.flag('verbose')) throw new UsageError('--quiet and --verbose exclude one another');
  return {
    format,
    ...(file === undefined ? {} : { output: file }),
    colour: colourOf(values),
    quiet: values.flag('quiet'),
    verbose: values.flag('verbose'),
    ...(values.flag('no-config') ? { config: false as const } : config === undefined ? {} : { config }),
  };
}

const colourOf = (values: Values): ColourWhen =>
  values.flag('no-color') ? 'never' : ((values.text('color') ?? 'auto') as ColourWhen);

const listFormat = (values: Values) => (values.text('format') ?? 'text') as 'text' | 'json';

function ignoreOf(raw: Raw, values: Values): CommandLine {
  const all = values.flag('all');
  const fingerprints = raw.positionals;
  if (all && fingerprints.length > 0) throw new UsageError('ignore: --all and fingerprints exclude one another');
  if (!all && fingerprints.length === 0)
    throw new UsageError('ignore: which findings? fingerprints as reports print them, or --all');
  const reason = values.text('reason')?.trim();
  if (!reason) throw new UsageError('ignore: --reason is missing: why are they harmless?');
  const [owner, expires] = [values.text('owner'), values.text('expires')];
  if (expires !== undefined && !isDay(expires)) throw new UsageError('--expires: not a day as YYYY-MM-DD');
  return {
    command: 'ignore',
    given: givenOf(values, modeOf({ ...raw, command: 'scan' }, values, [])),
    telling: tellingOf(values),
    ...(all ? {} : { fingerprints }),
    reason,
    ...(owner === undefined ? {} : { owner }),
    ...(expires === undefined ? {} : { expires }),
  };
}
