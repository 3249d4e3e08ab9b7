import { b64, defineNamedRule, fake, leak, leakBetween, run, whole } from '../src/rule-kit/index.ts';

export const kraken = [
  defineNamedRule({
    id: 'kraken-private-key',
    title: 'Kraken private key',
    severity: 'critical',
    confidence: 'medium',
    description:
      'Signs calls of the Kraken account: depending on its permissions it reads balances, trades and withdraws.',
    remediation: 'Delete the key under Settings › API of the Kraken account and create a new one.',
    references: ['https://docs.kraken.com/api/'],
    environment: ['KRAKEN_API_SECRET', 'KRAKEN_PRIVATE_KEY'],
    words: ['kraken'],
    names: /secret|private|key|token/i,
    value: whole(`${run(b64, 78, 90)}={0,2}`),
    examples: () => ({
      leaks: [
        leak`KRAKEN_API_SECRET=${`${fake(b64, 86, 1)}==`}`,
        leakBetween('# kraken.com\nprivate_key: ', `${fake(b64, 86, 2)}==`),
      ],
      clean: [`PRIVATE_KEY=${fake(b64, 86)}==`, `KRAKEN_API_SECRET=${fake(b64, 40)}`],
    }),
  }),
];
