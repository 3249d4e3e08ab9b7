import { b62, defineRule, fake, hex, leak, run, token } from '../src/rule-kit/index.ts';

export const shippo = [
  defineRule({
    id: 'shippo-api-token',
    title: 'Shippo API token',
    severity: 'high',
    description: 'Buys shipping labels at the expense of the Shippo account and reads its shipments and addresses.',
    remediation: 'Delete the token under Settings › API of the Shippo app and generate a new one.',
    references: ['https://docs.goshippo.com'],
    environment: ['SHIPPO_API_TOKEN', 'SHIPPO_TOKEN'],
    anchors: ['shippo_live_', 'shippo_test_'],
    pattern: token(['shippo_live_', 'shippo_test_'], run(hex, 40), b62),
    binary: true,
    judge: ({ secret }) =>
      secret.startsWith('shippo_test_') ? { kind: 'plausible', severity: 'medium' } : { kind: 'plausible' },
    examples: () => ({
      leaks: [
        leak`SHIPPO_TOKEN=${`shippo_live_${fake(hex, 40, 1)}`}`,
        leak`Authorization: ShippoToken ${`shippo_test_${fake(hex, 40, 2)}`}`,
      ],
      clean: [`shippo_live_${fake(hex, 32)}`, `myshippo_live_${fake(hex, 40)}`],
    }),
  }),
];
