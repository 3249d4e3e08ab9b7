import { defineNamedRule, fakeUuid, leak, UUID, whole } from '../src/rule-kit/index.ts';

export const deepai = [
  defineNamedRule({
    id: 'deepai-api-key',
    title: 'DeepAI API key',
    severity: 'medium',
    description: 'Makes images and text at the expense of the account.',
    remediation: 'Rotate the key at deepai.org in the dashboard.',
    references: ['https://deepai.org/docs'],
    environment: ['DEEPAI_API_KEY'],
    words: ['deepai'],
    value: whole(UUID),
    examples: () => ({
      leaks: [leak`DEEPAI_API_KEY=${fakeUuid(1)}`, leak`deepai.setApiKey(); const deepaiKey = '${fakeUuid(2)}'`],
      clean: [`API_KEY=${fakeUuid(1)}`, `DEEPAI_JOB=${fakeUuid(2)}`],
    }),
  }),
];
