import { b62, defineRule, fake, hex, leak, run, token } from '../src/rule-kit/index.ts';

export const sourcegraphCody = [
  defineRule({
    id: 'sourcegraph-cody-gateway-key',
    title: 'Sourcegraph Cody gateway key',
    severity: 'high',
    description: 'Calls models through the Cody gateway under the licence it is derived from.',
    remediation: 'Ask Sourcegraph to rotate the licence key behind it, and set the new one in the site configuration.',
    references: ['https://sourcegraph.com/docs/cody'],
    anchors: ['slk_'],
    pattern: token('slk_', run(hex, 64), b62),
    binary: true,
    examples: () => ({
      leaks: [
        leak`CODY_GATEWAY_TOKEN=${`slk_${fake(hex, 64, 1)}`}`,
        leak`"accessToken": "${`slk_${fake(hex, 64, 2)}`}"`,
      ],
      clean: [`slk_${fake(hex, 63)}`, `slk_${fake(hex, 65)}`, `slk_${'x'.repeat(64)}`],
    }),
  }),
];
