import { defineNamedRule, fake, hex, leak, run, whole } from '../src/rule-kit/index.ts';

const references = ['https://docs.airbrake.io/docs/devops-tools/api/'] as const;

export const airbrake = [
  defineNamedRule({
    id: 'airbrake-user-key',
    title: 'Airbrake user key',
    severity: 'high',
    description: 'Reads errors and changes projects as its owner.',
    remediation: 'Regenerate the user key in the profile of the Airbrake user.',
    references,
    environment: ['AIRBRAKE_USER_KEY'],
    words: ['airbrake'],
    names: /user.?(?:key|token)|airbrake.*(?:auth|secret|token)/i,
    value: whole(run(hex, 40)),
    examples: () => ({
      leaks: [leak`AIRBRAKE_USER_KEY=${fake(hex, 40)}`, leak`# airbrake\nuser_key: '${fake(hex, 40, 2)}'`],
      clean: [`AIRBRAKE_USER_KEY=${fake(hex, 41)}`, `user_key: '${fake(hex, 40)}'`],
    }),
  }),
  defineNamedRule({
    id: 'airbrake-project-key',
    title: 'Airbrake project key',
    severity: 'low',
    description: 'Reports errors to the project, and uploads source maps. Pages that report from the browser show it.',
    remediation: 'Regenerate the project key under Project settings.',
    references,
    environment: ['AIRBRAKE_PROJECT_KEY', 'AIRBRAKE_API_KEY'],
    words: ['airbrake'],
    names: /project.?key|api.?key/i,
    value: whole(run(hex, 32)),
    examples: () => ({
      leaks: [
        leak`AIRBRAKE_PROJECT_KEY=${fake(hex, 32)}`,
        leak`airbrake.configure({ projectKey: '${fake(hex, 32, 2)}' })`,
      ],
      clean: [`AIRBRAKE_PROJECT_KEY=${fake(hex, 31)}`, `projectKey: '${fake(hex, 32)}'`],
    }),
  }),
];
