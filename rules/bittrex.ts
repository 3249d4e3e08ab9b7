import { b36l, defineNamedRule, fake, leak, leakBetween, run, whole } from '../src/rule-kit/index.ts';

export const bittrex = [
  defineNamedRule({
    id: 'bittrex-api-secret',
    title: 'Bittrex API key or secret',
    severity: 'low',
    confidence: 'medium',
    description: 'Signed calls of a Bittrex account. The exchange closed in 2023, so little is left to reach.',
    remediation: 'Delete the value; the exchange that issued it no longer operates.',
    references: ['https://bittrex.com'],
    environment: ['BITTREX_API_SECRET'],
    words: ['bittrex'],
    names: /secret|key|token/i,
    value: whole(run(b36l, 32)),
    examples: () => ({
      leaks: [leak`BITTREX_API_SECRET=${fake(b36l, 32, 1)}`, leakBetween('# bittrex\nkey: ', fake(b36l, 32, 2), '\n')],
      clean: [`API_SECRET=${fake(b36l, 32)}`, `BITTREX_API_SECRET=${fake(b36l, 20)}`],
    }),
  }),
];
