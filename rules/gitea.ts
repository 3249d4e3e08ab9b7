import { defineNamedRule, fake, hex, leak, run, whole } from '../src/rule-kit/index.ts';

export const gitea = [
  defineNamedRule({
    id: 'gitea-access-token',
    title: 'Gitea or Forgejo access token',
    severity: 'critical',
    confidence: 'medium',
    description: 'Acts as its user on every repository that one can reach, within its scopes.',
    remediation: 'Delete the token under Settings › Applications.',
    references: ['https://docs.gitea.com/development/api-usage'],
    environment: ['GITEA_TOKEN', 'FORGEJO_TOKEN'],
    words: ['gitea', 'forgejo', 'codeberg'],
    names: /^(?!.*(?:sha|commit|rev)).*(?:token|key|pass|secret|auth)/i,
    value: whole(run(hex, 40)),
    neighbours: false,
    examples: () => ({
      leaks: [leak`GITEA_TOKEN=${fake(hex, 40, 1)}`, leak`forgejo_access_token: "${fake(hex, 40, 2)}"`],
      clean: [`TOKEN=${fake(hex, 40)}`, `GITEA_TOKEN=${fake(hex, 39)}`, `GITEA_TOKEN=${fake(hex, 41)}`],
    }),
  }),
];
