import { defineNamedRule, fake, hex, leak, run, whole } from '../src/rule-kit/index.ts';

export const onelogin = [
  defineNamedRule({
    id: 'onelogin-client-secret',
    title: 'OneLogin API client secret',
    severity: 'critical',
    description: 'Gets tokens that read and change users and apps of the account, as its scope allows.',
    remediation: 'Delete the credential under Developers › API Credentials in OneLogin, then create a new one.',
    references: ['https://developers.onelogin.com/api-docs/2/getting-started/working-with-api-credentials'],
    environment: ['ONELOGIN_CLIENT_SECRET'],
    words: ['onelogin'],
    names: /secret|api.?key|token/i,
    neighbours: false,
    value: whole(run(hex, 64)),
    examples: () => ({
      leaks: [leak`ONELOGIN_CLIENT_SECRET=${fake(hex, 64)}`, leak`{ "onelogin_client_secret": "${fake(hex, 64, 2)}" }`],
      clean: [
        `ONELOGIN_CLIENT_SECRET=${fake(hex, 63)}`,
        `client_secret=${fake(hex, 64)}`,
        `ONELOGIN_CLIENT_ID=${fake(hex, 64)}`,
      ],
    }),
  }),
];
