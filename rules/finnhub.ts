import { b36l, defineNamedRule, fake, leak, leakBetween, run, whole } from '../src/rule-kit/index.ts';

export const finnhub = [
  defineNamedRule({
    id: 'finnhub-api-key',
    title: 'Finnhub API key',
    severity: 'medium',
    confidence: 'medium',
    description: 'Reads market data at the expense of the account.',
    remediation: 'Regenerate the key on the Finnhub dashboard.',
    references: ['https://finnhub.io/docs/api'],
    environment: ['FINNHUB_API_KEY'],
    words: ['finnhub'],
    names: /key|token/i,
    // A key is often two twenties in a row.
    value: whole(`${run(b36l, 20)}|${run(b36l, 40)}`),
    examples: () => ({
      leaks: [
        leak`FINNHUB_API_KEY=${fake(b36l, 20, 1)}`,
        leakBetween('finnhub_client = finnhub.Client(api_key="', fake(b36l, 20, 2), '")'),
      ],
      clean: [`API_KEY=${fake(b36l, 20)}`, `FINNHUB_API_KEY=${fake(b36l, 12)}`],
    }),
  }),
];
