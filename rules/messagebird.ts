import { b62, defineNamedRule, fake, leak, leakBetween, run, whole } from '../src/rule-kit/index.ts';

export const messagebird = [
  defineNamedRule({
    id: 'messagebird-access-key',
    title: 'MessageBird access key',
    severity: 'high',
    confidence: 'medium',
    description: 'Sends messages and calls at the expense of the MessageBird (Bird) account and reads its logs.',
    remediation: 'Delete the key under Developers › API access of the MessageBird dashboard and create a new one.',
    references: ['https://developers.messagebird.com'],
    environment: ['MESSAGEBIRD_API_KEY', 'MESSAGEBIRD_ACCESS_KEY'],
    words: ['messagebird', 'message_bird', 'message-bird'],
    names: /key|token|secret/i,
    value: whole(run(b62, 25)),
    examples: () => ({
      leaks: [
        leak`MESSAGEBIRD_ACCESS_KEY=${fake(b62, 25, 1)}`,
        leakBetween("const messagebird = require('messagebird');\nconst accessKey = '", fake(b62, 25, 2), "';"),
      ],
      clean: [`ACCESS_KEY=${fake(b62, 25)}`, `MESSAGEBIRD_ACCESS_KEY=${fake(b62, 18)}`],
    }),
  }),
];
