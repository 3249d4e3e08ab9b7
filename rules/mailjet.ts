import { defineNamedRule, fake, hex, leak, leakBetween, run, whole } from '../src/rule-kit/index.ts';

export const mailjet = [
  defineNamedRule({
    id: 'mailjet-api-secret',
    title: 'Mailjet API key or secret',
    severity: 'high',
    confidence: 'medium',
    description: 'Key and secret together send mail in the name of the account’s domains and read its contacts.',
    remediation: 'Reset the secret on the API key management page of the Mailjet account.',
    references: ['https://dev.mailjet.com'],
    environment: ['MJ_APIKEY_PRIVATE', 'MAILJET_API_SECRET', 'MJ_APIKEY_PUBLIC'],
    words: ['mailjet', 'mjapikey'],
    names: /key|secret|pass/i,
    value: whole(run(hex, 32)),
    examples: () => ({
      leaks: [
        leak`MJ_APIKEY_PRIVATE=${fake(hex, 32, 1)}`,
        leakBetween('# in-v3.mailjet.com\nsmtp_password: ', fake(hex, 32, 2), '\n'),
      ],
      clean: [`API_KEY=${fake(hex, 32)}`, `MAILJET_API_SECRET=${fake(hex, 20)}`],
    }),
  }),
];
