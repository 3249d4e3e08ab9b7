import type { Raw } from './raw.ts';

/** Inputs that are options of the same name. */
const options = ['config', 'confidence', 'severity', 'fail-on', 'format', 'max-file-size'] as const;
const lists = ['include', 'exclude', 'disable'] as const;
const flags = ['no-ignore', 'submodules', 'show-public', 'verbose'] as const;

/** Every input of `action.yml`. */
export const actionInputs: readonly string[] = ['paths', 'commits', 'sarif-file', ...options, ...lists, ...flags];

/** The value of an input, empty where it is not given. GitHub hands it over as a variable of the environment. */
export const inputOf = (name: string, environment: NodeJS.ProcessEnv): string =>
  environment[`INPUT_${name.replaceAll(' ', '_').toUpperCase()}`]?.trim() ?? '';

const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

/** The inputs of an action as the command line that means the same. Lists have a value a line. */
export function rawOfInputs(environment: NodeJS.ProcessEnv): Raw {
  const given = (name: string) => inputOf(name, environment);
  const values: Record<string, boolean | string | string[]> = {};
  for (const name of options) if (given(name) !== '') values[name] = given(name);
  for (const name of lists) if (given(name) !== '') values[name] = linesOf(given(name));
  for (const name of flags) if (given(name) === 'true') values[name] = true;
  return { command: 'scan', values, positionals: linesOf(given('paths')) };
}
