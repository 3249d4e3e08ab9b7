import { defineNamedRule, fake, fakeUuid, hex, isPublic, leak, run, UUID, whole } from '../src/rule-kit/index.ts';

export const bugsnag = [
  defineNamedRule({
    id: 'bugsnag-auth-token',
    title: 'BugSnag personal auth token',
    severity: 'high',
    description: 'Reads errors and changes projects as its owner through the data access API.',
    remediation: 'Revoke the token under My Account › Personal auth tokens, then generate a new one.',
    references: ['https://docs.bugsnag.com/api/data-access/'],
    environment: ['BUGSNAG_AUTH_TOKEN'],
    words: ['bugsnag'],
    names: /auth.?token|bugsnag.*(?:token|secret)|personal/i,
    value: whole(`(?:${UUID}|${run(hex, 32)})`),
    examples: () => ({
      leaks: [leak`BUGSNAG_AUTH_TOKEN=${fakeUuid(1)}`, leak`{ "bugsnagAuthToken": "${fakeUuid(2)}" }`],
      clean: [`BUGSNAG_AUTH_TOKEN=${fake(hex, 31)}`, `auth_token=${fakeUuid(1)}`],
    }),
  }),
  defineNamedRule({
    id: 'bugsnag-api-key',
    title: 'BugSnag notifier API key',
    severity: 'note',
    description: 'Lets an application report its errors to the project. It reads nothing.',
    remediation: 'Nothing has to be done: the key ships with every page or app that reports errors.',
    references: ['https://docs.bugsnag.com/platforms/javascript/'],
    environment: ['BUGSNAG_API_KEY'],
    words: ['bugsnag'],
    names: /bugsnag.*key|^api_?key$|notifier/i,
    value: whole(run(hex, 32)),
    judge: () => isPublic('a notifier key can only report'),
    examples: () => ({
      leaks: [leak`BUGSNAG_API_KEY=${fake(hex, 32)}`, leak`Bugsnag.start({ apiKey: '${fake(hex, 32, 2)}' })`],
      clean: [`BUGSNAG_API_KEY=${fake(hex, 31)}`, `bugsnag=${fake(hex, 32)}`],
    }),
  }),
];
