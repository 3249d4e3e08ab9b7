import { b36l, b64u, defineRule, fake, leak, leakBetween, run, token } from '../src/rule-kit/index.ts';

export const picatic = [
  defineRule({
    id: 'picatic-api-key',
    title: 'Picatic API key',
    severity: 'medium',
    description: 'Manages the events and ticket sales of the Picatic account.',
    remediation: 'Ask Eventbrite, which took over Picatic, to close the account; delete the key wherever it stands.',
    references: ['https://www.eventbrite.com/platform/'],
    environment: ['PICATIC_API_KEY'],
    supersedes: ['stripe-secret-key', 'stripe-test-key', 'sk-live-key'],
    anchors: ['sk_live_', 'sk_test_'],
    pattern: token(['sk_live_', 'sk_test_'], run(b36l, 32), b64u),
    near: { words: ['picatic'], bytes: 300 },
    examples: () => ({
      leaks: [
        leak`PICATIC_API_KEY=${`sk_live_${fake(b36l, 32, 1)}`}`,
        leakBetween('# api.picatic.com\nkey: ', `sk_live_${fake(b36l, 32, 2)}`),
      ],
      clean: [`STRIPE_KEY=sk_live_${fake(b36l, 32)}`, `PICATIC_API_KEY=sk_live_${fake(b36l, 24)}`],
    }),
  }),
];
