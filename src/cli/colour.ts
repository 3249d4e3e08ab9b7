import type { ColourWhen } from './command-line.ts';

/**
 * Whether a stream gets colours: the option first, then NO_COLOR, FORCE_COLOR, TERM=dumb, then whether it is a terminal.
 * Decided for each stream by itself. A log of GitHub Actions is no terminal, and shows colours all the same.
 */
export function wantsColour(
  stream: { readonly isTTY?: boolean },
  when: ColourWhen,
  environment: NodeJS.ProcessEnv,
): boolean {
  if (when !== 'auto') return when === 'always';
  if (environment['NO_COLOR']) return false;
  const forced = environment['FORCE_COLOR'];
  if (forced !== undefined && forced !== '') return forced !== '0' && forced !== 'false';
  if (environment['TERM'] === 'dumb') return false;
  return stream.isTTY === true || environment['GITHUB_ACTIONS'] === 'true';
}
