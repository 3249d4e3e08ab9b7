import { defineNamedRule, fake, hex, leak, leakBetween, run, whole } from '../src/rule-kit/index.ts';

export const sparkpost = [
  defineNamedRule({
    id: 'sparkpost-api-key',
    title: 'SparkPost API key',
    severity: 'high',
    confidence: 'medium',
    description: 'Sends mail in the name of the account’s domains and reads its data, within the grants of the key.',
    remediation: 'Delete the key on the API keys page of the SparkPost account and create a new one.',
    references: ['https://developers.sparkpost.com'],
    environment: ['SPARKPOST_API_KEY'],
    words: ['sparkpost'],
    names: /key|token|secret|pass|auth/i,
    value: whole(run(hex, 40)),
    examples: () => ({
      leaks: [
        leak`SPARKPOST_API_KEY=${fake(hex, 40, 1)}`,
        leakBetween('# smtp.sparkpostmail.com\nsmtp_password: ', fake(hex, 40, 2), '\n'),
      ],
      clean: [`API_KEY=${fake(hex, 40)}`, `SPARKPOST_API_KEY=${fake(hex, 32)}`],
    }),
  }),
];
