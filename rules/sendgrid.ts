import { b64u, defineRule, fake, leak, run, token } from '../src/rule-kit/index.ts';

const minted = (seed: number): string => `SG.${fake(b64u, 22, seed)}.${fake(b64u, 42, seed)}a`;

export const sendgrid = [
  defineRule({
    id: 'sendgrid-api-key',
    title: 'SendGrid API key',
    severity: 'high',
    description:
      'Sends mail in the name of the account’s domains and reads its contacts, within the scopes of the key.',
    remediation: 'Delete the key at app.sendgrid.com/settings/api_keys and create a new one.',
    references: ['https://www.twilio.com/docs/sendgrid'],
    environment: ['SENDGRID_API_KEY'],
    anchors: ['SG.'],
    pattern: token('SG.', `${run(b64u, 22)}\\.${run(b64u, 43)}`, b64u),
    binary: true,
    examples: () => ({
      leaks: [
        leak`SENDGRID_API_KEY=${minted(1)}`,
        leak`sgMail.setApiKey('${minted(2)}')`,
        leak`Authorization: Bearer ${minted(3)}`,
      ],
      clean: [`SG.${fake(b64u, 22)}.${fake(b64u, 30)}`, `MSG.${fake(b64u, 22)}.${fake(b64u, 43)}`, 'SG.xxxx.yyyy'],
    }),
  }),
];
