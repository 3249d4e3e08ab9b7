import { alone, b62, defineRule, fake, hex, leak, run } from '../src/rule-kit/index.ts';

export const recharge = [
  defineRule({
    id: 'recharge-api-token',
    title: 'Recharge API token',
    severity: 'high',
    description: 'Acts on the subscriptions, charges and customers of the shop within the permissions of the token.',
    remediation: 'Delete the token under Tools & apps › API tokens of the Recharge merchant portal.',
    references: ['https://developer.rechargepayments.com'],
    environment: ['RECHARGE_API_TOKEN'],
    anchors: ['sk_1x', 'sk_2x', 'sk_3x', 'sk_4x', 'sk_5x', 'sk_6x', 'sk_7x', 'sk_8x', 'sk_9x', 'sk_10x'],
    pattern: alone(`sk_\\d{1,2}x\\d{1,2}_${run(hex, 64, 80)}`, b62),
    binary: true,
    examples: () => ({
      leaks: [
        leak`RECHARGE_API_TOKEN=${`sk_1x1_${fake(hex, 64, 1)}`}`,
        leak`X-Recharge-Access-Token: ${`sk_5x5_${fake(hex, 64, 2)}`}`,
      ],
      clean: [`sk_1x1_${fake(hex, 32)}`, `task_1x1_${fake(hex, 64)}`, 'sk_2x2_grid'],
    }),
  }),
];
