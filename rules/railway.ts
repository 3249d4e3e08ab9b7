import { defineNamedRule, fake, fakeUuid, hex, leak, UUID, whole } from '../src/rule-kit/index.ts';

export const railway = [
  defineNamedRule({
    id: 'railway-token',
    title: 'Railway token',
    severity: 'critical',
    confidence: 'medium',
    description:
      'Acts on a project, or as its user on all of them: deployments, variables with their secrets, databases.',
    remediation: 'Delete the token under Account settings › Tokens, or in the settings of the project.',
    references: ['https://docs.railway.com/reference/public-api'],
    environment: ['RAILWAY_TOKEN', 'RAILWAY_API_TOKEN'],
    words: ['railway'],
    names: /token|api[-_]?key|secret/i,
    value: whole(UUID),
    neighbours: false,
    examples: () => ({
      leaks: [leak`RAILWAY_TOKEN=${fakeUuid(1)}`, leak`railway_api_token: "${fakeUuid(2)}"`],
      clean: [`TOKEN=${fakeUuid()}`, `RAILWAY_TOKEN=${fake(hex, 32)}`, `RAILWAY_PROJECT_ID=${fakeUuid(4)}`],
    }),
  }),
];
