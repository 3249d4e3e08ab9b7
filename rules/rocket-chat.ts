import { b62, b64u, defineNamedRule, fake, leak, leakBetween, run, whole } from '../src/rule-kit/index.ts';

export const rocketChat = [
  defineNamedRule({
    id: 'rocket-chat-access-token',
    title: 'Rocket.Chat personal access token',
    severity: 'high',
    confidence: 'medium',
    description: 'With the user id it acts as its owner on the Rocket.Chat server: reads and posts messages and files.',
    remediation: 'Remove the token under Personal access tokens of the account and add a new one.',
    references: ['https://developer.rocket.chat'],
    environment: ['ROCKETCHAT_AUTH_TOKEN'],
    words: ['rocketchat', 'rocket.chat', 'rocket_chat', 'rocket-chat'],
    names: /token|key|secret|auth/i,
    value: whole(run(b64u, 43)),
    examples: () => ({
      leaks: [
        leak`ROCKETCHAT_AUTH_TOKEN=${fake(b62, 43, 1)}`,
        leakBetween('# https://rocket.chat.nuts.net\nX-Auth-Token: ', fake(b64u, 43, 2), '\n'),
      ],
      clean: [`X-Auth-Token: ${fake(b62, 43)}`, `ROCKETCHAT_AUTH_TOKEN=${fake(b62, 30)}`],
    }),
  }),
];
