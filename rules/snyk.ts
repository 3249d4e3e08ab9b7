import { defineNamedRule, fake, fakeUuid, hex, leak, UUID, whole } from '../src/rule-kit/index.ts';

export const snyk = [
  defineNamedRule({
    id: 'snyk-api-token',
    title: 'Snyk API token',
    severity: 'high',
    confidence: 'medium',
    description: 'Acts as its user or service account: reads every known weakness of every project.',
    remediation: 'Revoke the token in Snyk under Account settings › Auth token, or delete the service account.',
    references: ['https://docs.snyk.io/snyk-api/authentication-for-api'],
    environment: ['SNYK_TOKEN'],
    words: ['snyk'],
    names: /token|api[-_]?key|secret|auth/i,
    value: whole(UUID),
    examples: () => ({
      leaks: [leak`SNYK_TOKEN=${fakeUuid(1)}`, leak`snyk_api_key: "${fakeUuid(2)}"`],
      clean: [`TOKEN=${fakeUuid()}`, `SNYK_TOKEN=${fake(hex, 32)}`],
    }),
  }),
];
