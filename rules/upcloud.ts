import { b62, defineRule, fake, leak, run, token } from '../src/rule-kit/index.ts';

export const upcloud = [
  defineRule({
    id: 'upcloud-api-token',
    title: 'UpCloud API token',
    severity: 'critical',
    confidence: 'medium',
    description: 'Acts as its user on the account: servers, storage, networks, at the cost of its owner.',
    remediation: 'Delete the token in the control panel under Account › API tokens.',
    references: ['https://developers.upcloud.com/'],
    environment: ['UPCLOUD_TOKEN'],
    anchors: ['ucat_'],
    pattern: token('ucat_', run(b62, 24, 32), b62),
    examples: () => ({
      leaks: [
        leak`UPCLOUD_TOKEN=${`ucat_${fake(b62, 26, 1)}`}`,
        leak`Authorization: Bearer ${`ucat_${fake(b62, 26, 2)}`}`,
      ],
      clean: [`ucat_${fake(b62, 23)}`, `ucat_${fake(b62, 33)}`, `aucat_${fake(b62, 26, 3)}`],
    }),
  }),
];
