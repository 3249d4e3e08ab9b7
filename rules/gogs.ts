import { defineNamedRule, fake, hex, leak, run, whole } from '../src/rule-kit/index.ts';

export const gogs = [
  defineNamedRule({
    id: 'gogs-access-token',
    title: 'Gogs access token',
    severity: 'high',
    confidence: 'medium',
    description: 'Acts as its user on every repository that one can reach.',
    remediation: 'Delete the token in Gogs under Your settings › Applications.',
    references: ['https://gogs.io/docs'],
    environment: ['GOGS_TOKEN'],
    words: ['gogs'],
    names: /token|key|pass|secret/i,
    value: whole(run(hex, 40)),
    neighbours: false,
    examples: () => ({
      leaks: [leak`GOGS_TOKEN=${fake(hex, 40, 1)}`, leak`gogs_token: "${fake(hex, 40, 2)}"`],
      clean: [`TOKEN=${fake(hex, 40)}`, `GOGS_TOKEN=${fake(hex, 39)}`, `GOGS_TOKEN=${fake(hex, 41)}`],
    }),
  }),
];
