import { defineNamedRule, fake, HEX, hexi, leak, leakBetween, run, whole } from '../src/rule-kit/index.ts';

export const elasticEmail = [
  defineNamedRule({
    id: 'elastic-email-api-key',
    title: 'Elastic Email API key',
    severity: 'high',
    confidence: 'medium',
    description:
      'Sends mail in the name of the account’s domains and reads its contacts, within the access of the key.',
    remediation: 'Delete the key under Settings › API of the Elastic Email account and create a new one.',
    references: ['https://elasticemail.com/developers'],
    environment: ['ELASTICEMAIL_API_KEY'],
    words: ['elasticemail', 'elastic-email', 'elastic email', 'elastic_email'],
    names: /key|token|secret|pass/i,
    value: whole(run(hexi, 96)),
    examples: () => ({
      leaks: [
        leak`ELASTIC_EMAIL_API_KEY=${fake(HEX, 96, 1)}`,
        leakBetween('# api.elasticemail.com\nX-ElasticEmail-ApiKey: ', fake(HEX, 96, 2), '\n'),
      ],
      clean: [`API_KEY=${fake(HEX, 96)}`, `ELASTICEMAIL_API_KEY=${fake(HEX, 40)}`],
    }),
  }),
];
