import { b62, defineRule, fake, hex, leak, run, token } from '../src/rule-kit/index.ts';

export const cloudsmith = [
  defineRule({
    id: 'cloudsmith-api-key',
    title: 'Cloudsmith API key',
    severity: 'critical',
    description: 'Acts as its user or service on the package repositories: reads, publishes, deletes.',
    remediation: 'Refresh the key in Cloudsmith under User settings › API key.',
    references: ['https://docs.cloudsmith.com/accounts-and-teams/api-key'],
    environment: ['CLOUDSMITH_API_KEY'],
    anchors: ['csa_'],
    pattern: token('csa_', `${run(hex, 30)}${run(b62, 6)}`, b62),
    binary: true,
    examples: () => ({
      leaks: [
        leak`CLOUDSMITH_API_KEY=${`csa_${fake(hex, 30, 1)}${fake(b62, 6, 1)}`}`,
        leak`X-Api-Key: ${`csa_${fake(hex, 30, 2)}${fake(b62, 6, 2)}`}`,
      ],
      clean: [
        `csa_${fake(hex, 30)}${fake(b62, 5)}`,
        `csa_${fake(hex, 30)}${fake(b62, 7)}`,
        `acsa_${fake(hex, 30, 3)}${fake(b62, 6, 3)}`,
      ],
    }),
  }),
];
