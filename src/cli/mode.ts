import type { Mode } from '../config/settings.ts';
import { UsageError } from '../config/usage-error.ts';
import type { Raw } from './raw.ts';
import type { Values } from './values.ts';

/** What a scan is to read. @throws UsageError where two things are asked for at once */
export function modeOf({ command }: Raw, values: Values, positionals: readonly string[]): Mode {
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
  for (const [name, value] of Object.entries({ history: range, since, branch }))
    if (value?.startsWith('-')) throw new UsageError(`--${name}: ${value} looks like an option`);
  return {
    kind: 'history',
    roots,
    ...(range ? { range } : {}),
    ...(since ? { since } : {}),
    ...(branch ? { branch } : {}),
  };
}
