import { defineNamedRule, fakeUuid, leak, UUID, whole } from '../src/rule-kit/index.ts';

export const sambanova = [
  defineNamedRule({
    id: 'sambanova-api-key',
    title: 'SambaNova API key',
    severity: 'high',
    confidence: 'medium',
    description: 'Calls the models SambaNova serves at the expense of the account.',
    remediation: 'Delete the key at cloud.sambanova.ai under API Keys, then issue a new one.',
    references: ['https://docs.sambanova.ai/'],
    environment: ['SAMBANOVA_API_KEY'],
    words: ['sambanova'],
    value: whole(UUID),
    examples: () => ({
      leaks: [
        leak`SAMBANOVA_API_KEY=${fakeUuid(1)}`,
        leak`base_url: https://api.sambanova.ai/v1\napi_key: ${fakeUuid(2)}`,
      ],
      clean: [`SAMBANOVA_PROJECT=${fakeUuid(1)}`, `API_KEY=${fakeUuid(2)}`],
    }),
  }),
];
