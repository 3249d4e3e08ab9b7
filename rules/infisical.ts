import { defineNamedRule, fake, hex, leak, run, whole } from '../src/rule-kit/index.ts';

const fakeToken = (seed: number): string =>
  `st.${fake(hex, 24, seed)}.${fake(hex, 32, seed)}.${fake(hex, 32, seed + 1)}`;

export const infisical = [
  defineNamedRule({
    id: 'infisical-service-token',
    title: 'Infisical service token',
    severity: 'critical',
    confidence: 'medium',
    description: 'Reads, and as its rights allow changes, the secrets of one project.',
    remediation:
      'Delete the token under Access Control › Service Tokens of the project, then rotate the secrets it could read.',
    references: ['https://infisical.com/docs/documentation/platform/token'],
    environment: ['INFISICAL_TOKEN'],
    words: ['infisical'],
    value: whole(`st\\.[0-9a-zA-Z-]{16,40}\\.${run(hex, 24, 64)}(?:\\.${run(hex, 24, 64)})?`),
    examples: () => ({
      leaks: [leak`INFISICAL_TOKEN=${fakeToken(1)}`, leak`infisical run --env=prod # token="${fakeToken(2)}"`],
      clean: [`INFISICAL_TOKEN=st.${fake(hex, 24)}`, `service_token=${fakeToken(3)}`],
    }),
  }),
];
