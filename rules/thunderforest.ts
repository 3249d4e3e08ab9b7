import { defineNamedRule, fake, hex, leak, run, whole } from '../src/rule-kit/index.ts';

export const thunderforest = [
  defineNamedRule({
    id: 'thunderforest-api-key',
    title: 'Thunderforest API key',
    severity: 'low',
    description: 'Loads map tiles at the cost of the account.',
    remediation: 'Regenerate the key in the console at manage.thunderforest.com.',
    references: ['https://www.thunderforest.com/docs/apikeys/'],
    environment: ['THUNDERFOREST_API_KEY'],
    words: ['thunderforest'],
    value: whole(run(hex, 32)),
    examples: () => ({
      leaks: [
        leak`THUNDERFOREST_API_KEY=${fake(hex, 32)}`,
        leak`https://tile.thunderforest.com/cycle/1/2/3.png?apikey=${fake(hex, 32, 2)}`,
      ],
      clean: [`THUNDERFOREST_API_KEY=${fake(hex, 30)}`, `apikey=${fake(hex, 32)}`],
    }),
  }),
];
