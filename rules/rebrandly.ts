import { defineNamedRule, fake, hex, leak, run, whole } from '../src/rule-kit/index.ts';

export const rebrandly = [
  defineNamedRule({
    id: 'rebrandly-api-key',
    title: 'Rebrandly API key',
    severity: 'medium',
    description: 'Makes and redirects branded links of the account.',
    remediation: 'Delete the key under Account › API in Rebrandly, then create a new one.',
    references: ['https://developers.rebrandly.com/docs/'],
    environment: ['REBRANDLY_API_KEY'],
    words: ['rebrandly'],
    value: whole(run(hex, 32)),
    examples: () => ({
      leaks: [leak`REBRANDLY_API_KEY=${fake(hex, 32)}`, leak`rebrandly(apikey="${fake(hex, 32, 2)}")`],
      clean: [`REBRANDLY_API_KEY=${fake(hex, 31)}`, `apikey="${fake(hex, 32)}"`],
    }),
  }),
];
