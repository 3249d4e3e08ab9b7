import { defineNamedRule, dig, fake, hex, leak, run, whole } from '../src/rule-kit/index.ts';

export const asana = [
  defineNamedRule({
    id: 'asana-token',
    title: 'Asana personal access token',
    severity: 'high',
    description: 'Acts as its owner: reads and changes tasks and projects of every workspace of the account.',
    remediation: 'Deauthorise the token in the developer console at app.asana.com/0/my-apps, then create a new one.',
    references: ['https://developers.asana.com/docs/personal-access-token'],
    environment: ['ASANA_ACCESS_TOKEN', 'ASANA_TOKEN'],
    words: ['asana'],
    value: whole(`(?:[0-2]\\/${run(dig, 13, 19)}(?:\\/${run(dig, 13, 19)})?:${run(hex, 32)}|0\\/${run(hex, 32)})`),
    examples: () => ({
      leaks: [
        leak`ASANA_ACCESS_TOKEN=${`1/${fake(dig, 16)}:${fake(hex, 32)}`}`,
        leak`{ "asana_token": "${`2/${fake(dig, 16, 2)}/${fake(dig, 16, 3)}:${fake(hex, 32, 2)}`}" }`,
      ],
      clean: [
        `ASANA_ACCESS_TOKEN=1/${fake(dig, 16)}`,
        `token=1/${fake(dig, 16)}:${fake(hex, 32)}`,
        `asana_gid=${fake(dig, 16)}`,
      ],
    }),
  }),
  defineNamedRule({
    id: 'asana-client-secret',
    title: 'Asana OAuth client secret',
    severity: 'high',
    description: 'Stands in for the application when users sign in to it with Asana.',
    remediation: 'Reset the client secret of the app at app.asana.com/0/my-apps.',
    references: ['https://developers.asana.com/docs/oauth'],
    environment: ['ASANA_CLIENT_SECRET'],
    words: ['asana'],
    names: /secret/i,
    value: whole(run(hex, 32)),
    examples: () => ({
      leaks: [leak`ASANA_CLIENT_SECRET=${fake(hex, 32)}`, leak`asanaClientSecret: '${fake(hex, 32, 2)}'`],
      clean: [`ASANA_CLIENT_SECRET=${fake(hex, 31)}`, `CLIENT_SECRET=${fake(hex, 32)}`],
    }),
  }),
];
