import { b62, defineNamedRule, fake, held, hex, isMixed, leak, ownWord, run, whole } from '../src/rule-kit/index.ts';

export const cohere = [
  defineNamedRule({
    id: 'cohere-api-key',
    title: 'Cohere API key',
    severity: 'high',
    description: 'Calls the Cohere models at the expense of the account.',
    remediation: 'Delete the key at dashboard.cohere.com/api-keys, then issue a new one.',
    references: ['https://docs.cohere.com/'],
    environment: ['COHERE_API_KEY', 'CO_API_KEY'],
    words: ['cohere', 'co_api'],
    value: whole(run(b62, 40)),
    judge: (match) =>
      isMixed(match.secret) ? ownWord('cohere', 'co_api')(match) : held('low-variety', 'letters of one case only'),
    examples: () => ({
      leaks: [
        leak`COHERE_API_KEY=${fake(b62, 40, 1)}`,
        leak`CO_API_KEY=${fake(b62, 40, 2)}`,
        leak`co = cohere.ClientV2(api_key="${fake(b62, 40, 3)}")`,
      ],
      clean: [
        `CISCO_API_KEY=${fake(b62, 40)}`,
        `COHERE_API_KEY=${fake(b62, 39)}`,
        `cohere_commit_token=${fake(hex, 40)}`,
      ],
    }),
  }),
];
