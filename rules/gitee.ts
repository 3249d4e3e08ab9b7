import { defineNamedRule, fake, hex, leak, run, whole } from '../src/rule-kit/index.ts';

export const gitee = [
  defineNamedRule({
    id: 'gitee-access-token',
    title: 'Gitee access token',
    severity: 'high',
    confidence: 'medium',
    description: 'Acts as its user on every repository that one can reach, within its scopes.',
    remediation: 'Delete the token in Gitee under Settings › Personal access tokens.',
    references: ['https://gitee.com/api/v5/oauth_doc'],
    environment: ['GITEE_TOKEN'],
    words: ['gitee'],
    names: /token|key|pass|secret/i,
    value: whole(run(hex, 32)),
    examples: () => ({
      leaks: [leak`GITEE_TOKEN=${fake(hex, 32, 1)}`, leak`gitee_token: "${fake(hex, 32, 2)}"`],
      clean: [`TOKEN=${fake(hex, 32)}`, `GITEE_TOKEN=${fake(hex, 31)}`, `GITEE_TOKEN=${fake(hex, 33)}`],
    }),
  }),
];
