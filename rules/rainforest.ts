import { b62, defineRule, fake, hex, leak, leakBetween, run, token } from '../src/rule-kit/index.ts';

export const rainforest = [
  defineRule({
    id: 'rainforest-api-key',
    title: 'Rainforest API key',
    severity: 'critical',
    confidence: 'medium',
    description: 'Acts on the payment platform of the Rainforest account: merchants, pay-ins, refunds.',
    remediation: 'Delete the key in the Rainforest portal and create a new one.',
    references: ['https://docs.rainforestpay.com'],
    environment: ['RAINFOREST_API_KEY'],
    anchors: ['apikey_'],
    pattern: token('apikey_', run(hex, 64), b62),
    // A prefix anyone may choose.
    near: { words: ['rainforest'], bytes: 300 },
    examples: () => ({
      leaks: [
        leak`RAINFOREST_API_KEY=${`apikey_${fake(hex, 64, 1)}`}`,
        leakBetween('# api.rainforestpay.com\nAuthorization: Bearer ', `apikey_${fake(hex, 64, 2)}`),
      ],
      clean: [`apikey_${fake(hex, 64)}`, `RAINFOREST_API_KEY=apikey_${fake(hex, 32)}`],
    }),
  }),
];
