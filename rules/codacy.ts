import { b62, defineNamedRule, fake, leak, run, whole } from '../src/rule-kit/index.ts';

export const codacy = [
  defineNamedRule({
    id: 'codacy-project-token',
    title: 'Codacy project token',
    severity: 'low',
    confidence: 'medium',
    description: 'Uploads coverage reports of a repository; an account token acts as its user.',
    remediation: 'Delete the token in Codacy under Integrations of the repository.',
    references: ['https://docs.codacy.com/'],
    environment: ['CODACY_PROJECT_TOKEN'],
    words: ['codacy'],
    names: /token|key/i,
    value: whole(run(b62, 20, 24)),
    neighbours: false,
    examples: () => ({
      leaks: [leak`CODACY_PROJECT_TOKEN=${fake(b62, 20, 1)}`, leak`codacy_token: "${fake(b62, 20, 2)}"`],
      clean: [
        `TOKEN=${fake(b62, 20)}`,
        `CODACY_PROJECT_TOKEN=${fake(b62, 19)}`,
        `CODACY_PROJECT_TOKEN=${fake(b62, 25)}`,
      ],
    }),
  }),
];
