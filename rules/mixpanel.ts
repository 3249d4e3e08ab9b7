import { b62, defineNamedRule, fake, hex, isPublic, leak, run, whole } from '../src/rule-kit/index.ts';

const references = ['https://developer.mixpanel.com/reference/project-secret'] as const;

export const mixpanel = [
  defineNamedRule({
    id: 'mixpanel-secret',
    title: 'Mixpanel API secret or service account secret',
    severity: 'high',
    description: 'Exports all events and user profiles of the project.',
    remediation: 'Rotate the API secret under Project settings, or delete the service account, then use a new one.',
    references,
    environment: ['MIXPANEL_API_SECRET', 'MIXPANEL_SECRET'],
    words: ['mixpanel'],
    strict: true,
    names: /mixpanel.*(?:secret|password)|api.?secret|^secret$/i,
    value: whole(`(?:${run(hex, 32)}|${run(b62, 32)})`),
    examples: () => ({
      leaks: [leak`MIXPANEL_API_SECRET=${fake(hex, 32)}`, leak`mixpanel:\n  secret: "${fake(b62, 32, 2)}"`],
      clean: [`MIXPANEL_API_SECRET=${fake(hex, 31)}`, `MIXPANEL_TOKEN=${fake(hex, 32)}`],
    }),
  }),
  defineNamedRule({
    id: 'mixpanel-project-token',
    title: 'Mixpanel project token',
    severity: 'note',
    description: 'Lets a client send events. It reads nothing.',
    remediation: 'Nothing has to be done: the project token is made for code that users can read.',
    references,
    environment: ['MIXPANEL_TOKEN'],
    words: ['mixpanel'],
    names: /token|project.?id|api.?key|mixpanel.?key/i,
    neighbours: false,
    value: whole(run(hex, 32)),
    judge: () => isPublic('a project token can only send'),
    examples: () => ({
      leaks: [leak`MIXPANEL_TOKEN=${fake(hex, 32)}`, leak`const MIXPANEL_PROJECT_TOKEN = '${fake(hex, 32, 2)}'`],
      clean: [`MIXPANEL_TOKEN=${fake(hex, 33)}`, `mixpanel=${fake(hex, 32)}`],
    }),
  }),
];
