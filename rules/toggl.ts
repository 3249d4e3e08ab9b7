import { defineNamedRule, fake, hex, leak, run, whole } from '../src/rule-kit/index.ts';

export const toggl = [
  defineNamedRule({
    id: 'toggl-api-token',
    title: 'Toggl API token',
    severity: 'medium',
    description: 'Acts as its owner: reads and changes time entries and projects of the workspaces.',
    remediation: 'Reset the token at the bottom of the profile page in Toggl Track.',
    references: ['https://engineering.toggl.com/docs/authentication/'],
    environment: ['TOGGL_API_TOKEN'],
    words: ['=toggl', 'togglapi', 'toggltoken', 'togglkey', 'toggltrack', 'toggl.com'],
    value: whole(run(hex, 32)),
    examples: () => ({
      leaks: [leak`TOGGL_API_TOKEN=${fake(hex, 32)}`, leak`togglToken: '${fake(hex, 32, 2)}'`],
      clean: [`TOGGL_API_TOKEN=${fake(hex, 31)}`, `api_token: '${fake(hex, 32)}'`],
    }),
  }),
];
