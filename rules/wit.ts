import { b36u, defineNamedRule, fake, held, leak, ownWord, run, whole } from '../src/rule-kit/index.ts';

export const wit = [
  defineNamedRule({
    id: 'wit-access-token',
    title: 'Wit.ai server access token',
    severity: 'medium',
    description: 'Reads and trains an application’s understanding of language.',
    remediation: 'Renew the token at wit.ai in the application’s settings.',
    references: ['https://wit.ai/docs'],
    environment: ['WIT_AI_TOKEN'],
    words: ['=wit', 'wit.ai', 'wit_ai', 'wit_token', 'wit_access', 'node-wit'],
    value: whole(run(b36u, 32)),
    judge: (match) => (/[0-9]/.test(match.secret) ? ownWord('wit')(match) : held('words', 'no digit in it')),
    examples: () => ({
      leaks: [
        leak`WIT_AI_TOKEN=${fake(b36u, 32, 1)}`,
        leak`const { Wit } = require('node-wit');\nnew Wit({ accessToken: "${fake(b36u, 32, 2)}" });`,
      ],
      clean: [`TOKEN=${fake(b36u, 32)}`, `TWIT_TOKEN=${fake(b36u, 32)}`, `WIT_AI_TOKEN=${fake(b36u, 31)}`],
    }),
  }),
];
