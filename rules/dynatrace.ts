import { alone, b36u, b62, defineRule, fake, leak, run } from '../src/rule-kit/index.ts';

export const dynatrace = [
  defineRule({
    id: 'dynatrace-token',
    title: 'Dynatrace token',
    severity: 'high',
    description:
      'Calls the Dynatrace API with the scopes of the token: from sending metrics to changing configuration.',
    remediation: 'Revoke it under Access tokens (or Account management for OAuth clients), then generate a new one.',
    references: ['https://docs.dynatrace.com/docs/manage/identity-access-management/access-tokens-and-oauth-clients'],
    environment: ['DT_API_TOKEN', 'DYNATRACE_API_TOKEN'],
    anchors: ['dt0c01.', 'dt0s0', 'dt0s16.'],
    pattern: alone(`dt0(?:c01|s0[0-9]|s16)\\.${run(b36u, 8, 24)}\\.${run(b36u, 64)}`, b62),
    binary: true,
    examples: () => ({
      leaks: [
        leak`DT_API_TOKEN=${`dt0c01.${fake(b36u, 24)}.${fake(b36u, 64)}`}`,
        leak`Authorization: Api-Token ${`dt0c01.${fake(b36u, 24, 2)}.${fake(b36u, 64, 2)}`}`,
      ],
      clean: [`dt0c01.${fake(b36u, 24)}`, `dt0c01.${fake(b36u, 24)}.${fake(b36u, 63)}`],
    }),
  }),
];
