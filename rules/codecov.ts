import { defineNamedRule, fake, fakeUuid, hex, leak, UUID, whole } from '../src/rule-kit/index.ts';

export const codecov = [
  defineNamedRule({
    id: 'codecov-upload-token',
    title: 'Codecov token',
    severity: 'low',
    confidence: 'medium',
    description: 'Uploads coverage reports of a repository; an API token also reads them.',
    remediation: 'Regenerate the token in Codecov under Settings of the repository.',
    references: ['https://docs.codecov.com/docs/codecov-tokens'],
    environment: ['CODECOV_TOKEN'],
    words: ['codecov'],
    names: /token|key/i,
    value: whole(UUID),
    examples: () => ({
      leaks: [leak`CODECOV_TOKEN=${fakeUuid(1)}`, leak`codecov_upload_token: "${fakeUuid(2)}"`],
      clean: [`TOKEN=${fakeUuid()}`, `CODECOV_TOKEN=${fake(hex, 32)}`],
    }),
  }),
];
