import { defineNamedRule, fakeUuid, leak, ownWord, UUID, whole } from '../src/rule-kit/index.ts';

export const blackForestLabs = [
  defineNamedRule({
    id: 'black-forest-labs-api-key',
    title: 'Black Forest Labs API key',
    severity: 'high',
    confidence: 'medium',
    description: 'Makes images with the FLUX models and the credits of the organisation.',
    remediation: 'Delete the key at dashboard.bfl.ai under API keys, then issue a new one.',
    references: ['https://docs.bfl.ai/'],
    environment: ['BFL_API_KEY'],
    words: ['bfl_', 'bfl.ai', 'bfl.ml', 'black_forest_labs', 'blackforestlabs'],
    value: whole(UUID),
    judge: ownWord('bfl', 'black_forest_labs', 'api.bfl'),
    examples: () => ({
      leaks: [
        leak`BFL_API_KEY=${fakeUuid(1)}`,
        leak`fetch("https://api.bfl.ai/v1/flux", { headers: { "x-key": "${fakeUuid(2)}" } })`,
      ],
      clean: [`ABFL_API_KEY=${fakeUuid(1)}`, `BFL_TASK=${fakeUuid(2)}`],
    }),
  }),
];
