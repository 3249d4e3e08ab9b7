import { b36l, defineNamedRule, fake, hex, leak, leakBetween, run, whole } from '../src/rule-kit/index.ts';

export const freshbooks = [
  defineNamedRule({
    id: 'freshbooks-secret',
    title: 'FreshBooks client secret or access token',
    severity: 'high',
    confidence: 'medium',
    description: 'Reads and writes invoices, clients and payments of the FreshBooks business.',
    remediation: 'Reset the client secret of the app on the developer page of FreshBooks; tokens end with it.',
    references: ['https://www.freshbooks.com/api/start'],
    environment: ['FRESHBOOKS_CLIENT_SECRET'],
    words: ['freshbooks'],
    names: /secret|token|key/i,
    value: whole(run(b36l, 64)),
    examples: () => ({
      leaks: [
        leak`FRESHBOOKS_CLIENT_SECRET=${fake(hex, 64, 1)}`,
        leakBetween('# api.freshbooks.com\naccess_token: ', fake(b36l, 64, 2), '\n'),
      ],
      clean: [`CLIENT_SECRET=${fake(hex, 64)}`, `FRESHBOOKS_CLIENT_SECRET=${fake(hex, 40)}`],
    }),
  }),
];
