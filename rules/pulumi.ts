import { b62, defineRule, fake, hex, leak, run, token } from '../src/rule-kit/index.ts';

export const pulumi = [
  defineRule({
    id: 'pulumi-access-token',
    title: 'Pulumi access token',
    severity: 'critical',
    description: 'Acts as its user, team or organisation: reads state with its secrets, changes what is deployed.',
    remediation: 'Delete the token in Pulumi Cloud under Access tokens.',
    references: ['https://www.pulumi.com/docs/pulumi-cloud/access-management/access-tokens/'],
    environment: ['PULUMI_ACCESS_TOKEN'],
    anchors: ['pul-'],
    pattern: token('pul-', run(hex, 40), b62),
    binary: true,
    examples: () => ({
      leaks: [
        leak`PULUMI_ACCESS_TOKEN=${`pul-${fake(hex, 40, 1)}`}`,
        leak`"accessTokens": { "https://api.pulumi.com": "${`pul-${fake(hex, 40, 2)}`}" }`,
      ],
      clean: [`pul-${fake(hex, 39)}`, `pul-${fake(hex, 41)}`, `apul-${fake(hex, 40, 3)}`, `pul-${'x'.repeat(40)}`],
    }),
  }),
];
