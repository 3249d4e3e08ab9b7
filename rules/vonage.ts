import { b62, defineNamedRule, fake, hex, leak, leakBetween, run, whole } from '../src/rule-kit/index.ts';

export const vonage = [
  defineNamedRule({
    id: 'vonage-api-secret',
    title: 'Vonage (Nexmo) API secret',
    severity: 'high',
    confidence: 'medium',
    description: 'With its key it sends messages and calls at the expense of the Vonage account.',
    remediation:
      'Create a second secret under API settings of the Vonage dashboard, switch over, then revoke this one.',
    references: ['https://developer.vonage.com'],
    environment: ['VONAGE_API_SECRET', 'NEXMO_API_SECRET'],
    words: ['vonage', 'nexmo'],
    names: /secret/i,
    value: whole(run(b62, 16)),
    examples: () => ({
      leaks: [
        leak`VONAGE_API_SECRET=${fake(b62, 16, 1)}`,
        leakBetween(`const nexmo = new Nexmo({ apiKey: '${fake(hex, 8)}', apiSecret: '`, fake(b62, 16, 2), "' });"),
      ],
      clean: [`API_SECRET=${fake(b62, 16)}`, `VONAGE_API_KEY=${fake(hex, 8)}`, `VONAGE_API_SECRET=${fake(b62, 12)}`],
    }),
  }),
];
