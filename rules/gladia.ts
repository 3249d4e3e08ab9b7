import { defineNamedRule, fakeUuid, leak, UUID, whole } from '../src/rule-kit/index.ts';

export const gladia = [
  defineNamedRule({
    id: 'gladia-api-key',
    title: 'Gladia API key',
    severity: 'high',
    confidence: 'medium',
    description: 'Transcribes at the expense of the account, and reads its transcripts.',
    remediation: 'Delete the key at app.gladia.io under API keys, then issue a new one.',
    references: ['https://docs.gladia.io/'],
    environment: ['GLADIA_API_KEY'],
    words: ['gladia'],
    value: whole(UUID),
    examples: () => ({
      leaks: [leak`GLADIA_API_KEY=${fakeUuid(1)}`, leak`'x-gladia-key': '${fakeUuid(2)}'`],
      clean: [`GLADIA_SESSION=${fakeUuid(1)}`, `API_KEY=${fakeUuid(2)}`],
    }),
  }),
];
