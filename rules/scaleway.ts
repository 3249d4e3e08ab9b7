import { defineNamedRule, fake, fakeUuid, hex, leak, UUID, whole } from '../src/rule-kit/index.ts';

export const scaleway = [
  defineNamedRule({
    id: 'scaleway-secret-key',
    title: 'Scaleway API secret key',
    severity: 'critical',
    confidence: 'medium',
    description: 'Acts as its user or application on the organisation, as its policies allow.',
    remediation: 'Delete the API key in the console under IAM › API keys, then generate a new one.',
    references: ['https://www.scaleway.com/en/docs/iam/'],
    environment: ['SCW_SECRET_KEY'],
    words: ['scaleway', 'scw'],
    names: /secret|token/i,
    value: whole(UUID),
    neighbours: false,
    examples: () => ({
      leaks: [leak`SCW_SECRET_KEY=${fakeUuid(1)}`, leak`scaleway_secret_key: "${fakeUuid(2)}"`],
      clean: [`SECRET_KEY=${fakeUuid()}`, `SCW_SECRET_KEY=${fake(hex, 32)}`, `SCW_DEFAULT_PROJECT_ID=${fakeUuid(4)}`],
    }),
  }),
];
