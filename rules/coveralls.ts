import { b62, defineNamedRule, fake, leak, mixed, run, whole } from '../src/rule-kit/index.ts';

export const coveralls = [
  defineNamedRule({
    id: 'coveralls-repository-token',
    title: 'Coveralls repository token',
    severity: 'low',
    confidence: 'medium',
    description: 'Uploads coverage reports of a repository.',
    remediation: 'Regenerate the token in the settings of the repository at coveralls.io.',
    references: ['https://docs.coveralls.io/'],
    environment: ['COVERALLS_REPO_TOKEN'],
    words: ['coveralls'],
    names: /token|key/i,
    value: whole(run(b62, 37)),
    judge: mixed,
    examples: () => ({
      leaks: [leak`COVERALLS_REPO_TOKEN=${fake(b62, 37, 1)}`, leak`coveralls_token: "${fake(b62, 37, 2)}"`],
      clean: [
        `TOKEN=${fake(b62, 37)}`,
        `COVERALLS_REPO_TOKEN=${fake(b62, 36)}`,
        `COVERALLS_REPO_TOKEN=${fake(b62, 38)}`,
      ],
    }),
  }),
];
