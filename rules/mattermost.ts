import { b36l, defineNamedRule, fake, leak, leakBetween, run, whole } from '../src/rule-kit/index.ts';

export const mattermost = [
  defineNamedRule({
    id: 'mattermost-access-token',
    title: 'Mattermost access token',
    severity: 'high',
    confidence: 'medium',
    description: 'Acts as its user or bot on the Mattermost server: reads and posts messages and files.',
    remediation: 'Revoke the token in the security settings of its account, or under Integrations › Bot accounts.',
    references: ['https://developers.mattermost.com'],
    environment: ['MATTERMOST_TOKEN'],
    words: ['mattermost'],
    names: /token|key|secret|auth/i,
    value: whole(run(b36l, 26)),
    examples: () => ({
      leaks: [
        leak`MATTERMOST_TOKEN=${fake(b36l, 26, 1)}`,
        leakBetween("driver = Driver({'url': 'mattermost.nuts.net', 'token': '", fake(b36l, 26, 2), "'})"),
      ],
      clean: [`TOKEN=${fake(b36l, 26)}`, `MATTERMOST_TOKEN=${fake(b36l, 20)}`],
    }),
  }),
];
