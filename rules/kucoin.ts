import { defineNamedRule, fake, fakeUuid, hex, leak, leakBetween, UUID, whole } from '../src/rule-kit/index.ts';

export const kucoin = [
  defineNamedRule({
    id: 'kucoin-secret',
    title: 'KuCoin API secret',
    severity: 'critical',
    confidence: 'medium',
    description: 'With the key and its passphrase it signs calls of the KuCoin account: balances, trades, withdrawals.',
    remediation: 'Delete the key under API management of the KuCoin account and create a new one.',
    references: ['https://www.kucoin.com/docs-new'],
    environment: ['KUCOIN_API_SECRET', 'KUCOIN_SECRET_KEY'],
    words: ['kucoin'],
    names: /secret/i,
    value: whole(UUID),
    examples: () => ({
      leaks: [
        leak`KUCOIN_API_SECRET=${fakeUuid(1)}`,
        leakBetween('exchange = ccxt.kucoin({ "secret": "', fakeUuid(2), '" })'),
      ],
      clean: [`CLIENT_SECRET=${fakeUuid(3)}`, `KUCOIN_API_KEY=${fake(hex, 24)}`],
    }),
  }),
];
