import { b62, defineRule, fake, leak, run, token } from '../src/rule-kit/index.ts';

export const pagarme = [
  defineRule({
    id: 'pagarme-api-key',
    title: 'Pagar.me API key',
    severity: 'critical',
    confidence: 'medium',
    description: 'Acts on the Pagar.me account: charges, refunds, recipients, customer data.',
    remediation: 'Replace the key under Settings › Keys of the Pagar.me dashboard.',
    references: ['https://docs.pagar.me'],
    environment: ['PAGARME_API_KEY'],
    anchors: ['ak_live_', 'ak_test_'],
    pattern: token(['ak_live_', 'ak_test_'], run(b62, 30), b62),
    judge: ({ secret }) =>
      secret.startsWith('ak_test_') ? { kind: 'plausible', severity: 'medium' } : { kind: 'plausible' },
    examples: () => ({
      leaks: [
        leak`PAGARME_API_KEY=${`ak_live_${fake(b62, 30, 1)}`}`,
        leak`pagarme.client.connect({ api_key: '${`ak_test_${fake(b62, 30, 2)}`}' })`,
      ],
      clean: [`ak_live_${fake(b62, 20)}`, `break_live_${fake(b62, 30)}`, `ak_live_${fake(b62, 34)}`],
    }),
  }),
];
