import { b62, defineRule, fake, hex, leak, run, token } from '../src/rule-kit/index.ts';

export const mailersend = [
  defineRule({
    id: 'mailersend-api-token',
    title: 'MailerSend API token',
    severity: 'high',
    description:
      'Sends mail in the name of the account’s domains and reads what was sent, within the scopes of the token.',
    remediation: 'Delete the token on the API tokens page of MailerSend and create a new one.',
    references: ['https://developers.mailersend.com'],
    environment: ['MAILERSEND_API_KEY', 'MAILERSEND_API_TOKEN'],
    anchors: ['mlsn.'],
    pattern: token('mlsn.', run(b62, 30, 100), b62),
    binary: true,
    examples: () => ({
      leaks: [
        leak`MAILERSEND_API_KEY=${`mlsn.${fake(hex, 64, 1)}`}`,
        leak`new MailerSend({ apiKey: "${`mlsn.${fake(b62, 64, 2)}`}" })`,
      ],
      clean: [`mlsn.${fake(b62, 12)}`, `smlsn.${fake(b62, 64)}`],
    }),
  }),
];
