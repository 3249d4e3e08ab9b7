import { defineNamedRule, fake, hex, leak, run, whole } from '../src/rule-kit/index.ts';

export const packagecloud = [
  defineNamedRule({
    id: 'packagecloud-api-token',
    title: 'packagecloud API token',
    severity: 'high',
    confidence: 'medium',
    description: 'Acts as its user on the package repositories: reads, publishes, deletes.',
    remediation: 'Regenerate the token in packagecloud under API token.',
    references: ['https://packagecloud.io/docs'],
    environment: ['PACKAGECLOUD_TOKEN'],
    words: ['packagecloud'],
    names: /token|key|pass|secret/i,
    value: whole(run(hex, 48)),
    examples: () => ({
      leaks: [leak`PACKAGECLOUD_TOKEN=${fake(hex, 48, 1)}`, leak`packagecloud_token: "${fake(hex, 48, 2)}"`],
      clean: [`TOKEN=${fake(hex, 48)}`, `PACKAGECLOUD_TOKEN=${fake(hex, 47)}`, `PACKAGECLOUD_TOKEN=${fake(hex, 49)}`],
    }),
  }),
];
