import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type Place, program } from './transcript.ts';

/** The built action. */
export const action = join(dirname(program), '../dist/action.js');

/** What a step of GitHub Actions left behind. */
export interface Step {
  readonly stdout: string;
  readonly stderr: string;
  readonly status: number | null;
  readonly outputs: Readonly<Record<string, string | undefined>>;
  readonly summary: string;
  readonly temp: string;
}

/**
 * Runs the built action as a step in the folder of a place.
 * @param environment what GitHub would set besides
 */
export function step(
  place: Place,
  inputs: Readonly<Record<string, string>> = {},
  environment: NodeJS.ProcessEnv = {},
  { cwd = place.folder, file = action }: { readonly cwd?: string; readonly file?: string } = {},
): Step {
  const [output, summary, temp] = ['output', 'summary', 'temp'].map((name) => join(place.folder, '..', name)) as [
    string,
    string,
    string,
  ];
  if (!existsSync(temp)) mkdirSync(temp);
  for (const name of [output, summary]) writeFileSync(name, '');
  const { stdout, stderr, status } = spawnSync(process.execPath, [file], {
    cwd,
    encoding: 'utf8',
    env: {
      ...place.environment,
      GITHUB_ACTIONS: 'true',
      GITHUB_OUTPUT: output,
      GITHUB_STEP_SUMMARY: summary,
      GITHUB_WORKSPACE: cwd,
      RUNNER_TEMP: temp,
      ...Object.fromEntries(Object.entries(inputs).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value])),
      ...environment,
    },
  });
  const outputs = Object.fromEntries(
    [...readFileSync(output, 'utf8').matchAll(/^(.+)<<(.+)\n([\s\S]*?)\n\2$/gm)].map(([, name, , value]) => [
      name,
      value,
    ]),
  );
  return { stdout, stderr, status, outputs, summary: readFileSync(summary, 'utf8'), temp };
}

/** The variables by which GitHub tells of an event; its payload is written beside the folder. */
export function eventIn(place: Place, name: string, payload: unknown): NodeJS.ProcessEnv {
  const file = join(place.folder, '../event.json');
  writeFileSync(file, typeof payload === 'string' ? payload : JSON.stringify(payload));
  return { GITHUB_EVENT_NAME: name, GITHUB_EVENT_PATH: file };
}
