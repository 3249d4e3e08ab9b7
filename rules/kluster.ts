import { defineNamedRule, fakeUuid, leak, UUID, whole } from '../src/rule-kit/index.ts';

export const kluster = [
  defineNamedRule({
    id: 'kluster-api-key',
    title: 'kluster.ai API key',
    severity: 'high',
    confidence: 'medium',
    description: 'Calls the models kluster.ai serves at the expense of the account.',
    remediation: 'Delete the key at platform.kluster.ai under API keys, then issue a new one.',
    references: ['https://docs.kluster.ai/'],
    environment: ['KLUSTER_API_KEY'],
    words: ['=kluster', 'kluster_api', 'klusterai', 'kluster.ai'],
    value: whole(UUID),
    examples: () => ({
      leaks: [
        leak`KLUSTER_API_KEY=${fakeUuid(1)}`,
        leak`base_url="https://api.kluster.ai/v1"; api_key="${fakeUuid(2)}"`,
      ],
      clean: [`kluster: join_token: ${fakeUuid(1)}`, `KLUSTER_API_HOST=${fakeUuid(2)}`],
    }),
  }),
];
