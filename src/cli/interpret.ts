import { didYouMean } from '../config/did-you-mean.ts';
import { UsageError } from '../config/usage-error.ts';
import { isDay } from '../triage/ignore-lines.ts';
import type { CommandLine } from './command-line.ts';
import { modeOf } from './mode.ts';
import type { Raw } from './raw.ts';
import { colourOf, givenOf, tellingOf } from './scan-options.ts';
import { Values } from './values.ts';

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
    case 'publish': {
      const roots = positionals.length > 0 ? positionals : ['.'];
      const mode = { kind: 'files', roots, as: values.flag('docker') ? 'image' : 'package' } as const;
      return { command: 'scan', given: givenOf(values, mode), telling: tellingOf(values) };
    }
    case 'rules':
      atMost(raw, 0);
      return { command: 'rules', format: listFormat(values), colour: colourOf(values) };
    case 'explain': {
      atMost(raw, 1);
      const [rule] = positionals;
      if (rule === undefined) throw new UsageError('explain: which rule? `keyscan rules` lists them');
      return { command: 'explain', rule, format: listFormat(values), colour: colourOf(values) };
    }
    case 'graph': {
      atMost(raw, 1);
      const [file] = positionals;
      const format = (values.text('format') ?? 'text') as 'text' | 'json' | 'dot';
      return { command: 'graph', format, ...(file === undefined ? {} : { file }) };
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

function atMost({ command, positionals }: Raw, most: number): void {
  const extra = positionals[most];
  if (extra !== undefined) throw new UsageError(`${command} takes no argument ${extra}`);
}

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
