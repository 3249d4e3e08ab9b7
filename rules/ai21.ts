import { defineNamedRule, fakeUuid, leak, UUID, whole } from '../src/rule-kit/index.ts';

export const ai21 = [
  defineNamedRule({
    id: 'ai21-api-key',
    title: 'AI21 API key',
    severity: 'high',
    description: 'Calls the Jamba models at the expense of the account.',
    remediation: 'Delete the key at studio.ai21.com under API keys, then issue a new one.',
    references: ['https://docs.ai21.com/'],
    environment: ['AI21_API_KEY'],
    words: ['ai21'],
    value: whole(UUID),
    examples: () => ({
      leaks: [leak`AI21_API_KEY=${fakeUuid(1)}`, leak`AI21Client(api_key="${fakeUuid(2)}")`],
      clean: [`AI21_MODEL=${fakeUuid(1)}`, `API_KEY=${fakeUuid(2)}`, 'AI21_API_KEY=your-key'],
    }),
  }),
];
