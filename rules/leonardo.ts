import { defineNamedRule, fakeUuid, leak, UUID, whole } from '../src/rule-kit/index.ts';

export const leonardo = [
  defineNamedRule({
    id: 'leonardo-api-key',
    title: 'Leonardo.Ai API key',
    severity: 'high',
    confidence: 'medium',
    description: 'Makes images with the credits of the account, and reads its generations.',
    remediation: 'Delete the key at app.leonardo.ai under API access, then issue a new one.',
    references: ['https://docs.leonardo.ai/'],
    environment: ['LEONARDO_API_KEY'],
    words: ['leonardo'],
    neighbours: false,
    value: whole(UUID),
    examples: () => ({
      leaks: [leak`LEONARDO_API_KEY=${fakeUuid(1)}`, leak`{ "leonardoApiKey": "${fakeUuid(2)}" }`],
      clean: [`author: Leonardo\nsession_key: ${fakeUuid(1)}`, `LEONARDO_MODEL=${fakeUuid(2)}`],
    }),
  }),
];
