import { b62, defineNamedRule, fake, leak, leakBetween, run, whole } from '../src/rule-kit/index.ts';

export const binance = [
  defineNamedRule({
    id: 'binance-api-key',
    title: 'Binance API key or secret',
    severity: 'critical',
    confidence: 'medium',
    description:
      'Key and secret together sign calls of the Binance account: balances, trades and, if allowed, withdrawals.',
    remediation: 'Delete the key under API management of the Binance account and create a new one.',
    references: ['https://developers.binance.com'],
    environment: ['BINANCE_API_SECRET', 'BINANCE_SECRET_KEY', 'BINANCE_API_KEY'],
    words: ['binance'],
    names: /secret|key|token/i,
    value: whole(run(b62, 64)),
    // The key alone is sent with every call, but opens only public data without its secret.
    judge: ({ window, at }) =>
      /(?:secret|private)[^\n]{0,30}$/i.test(window.slice(Math.max(0, at - 60), at))
        ? { kind: 'plausible' }
        : { kind: 'plausible', severity: 'medium', title: 'Binance API key' },
    examples: () => ({
      leaks: [
        leak`BINANCE_API_SECRET=${fake(b62, 64, 1)}`,
        leak`BINANCE_API_KEY=${fake(b62, 64, 2)}`,
        leakBetween('exchange = ccxt.binance({ "secret": "', fake(b62, 64, 3), '" })'),
      ],
      clean: [`API_SECRET=${fake(b62, 64)}`, `BINANCE_API_SECRET=${fake(b62, 40)}`],
    }),
  }),
];
