import { b62, defineRule, fake, hex, leak, run, token } from '../src/rule-kit/index.ts';

const minted = (prefix: string, seed: number): string => `${prefix}${fake(hex, 64, seed)}-${fake(b62, 16, seed)}`;
const body = `${run(hex, 64)}-${run(b62, 16)}`;
const references = ['https://developers.brevo.com'] as const;
const remediation = 'Delete the key under SMTP & API of the Brevo account settings and create a new one.';

export const brevo = [
  defineRule({
    id: 'brevo-api-key',
    title: 'Brevo (Sendinblue) API key',
    severity: 'high',
    description: 'Full access to the Brevo account: contacts with their personal data, campaigns, sending.',
    remediation,
    references,
    environment: ['BREVO_API_KEY', 'SENDINBLUE_API_KEY'],
    anchors: ['xkeysib-'],
    pattern: token('xkeysib-', body, b62),
    binary: true,
    examples: () => ({
      leaks: [leak`BREVO_API_KEY=${minted('xkeysib-', 1)}`, leak`"api-key": "${minted('xkeysib-', 2)}"`],
      clean: [`xkeysib-${fake(hex, 64)}`, `xkeysib-${fake(hex, 40)}-${fake(b62, 16)}`],
    }),
  }),
  defineRule({
    id: 'brevo-smtp-key',
    title: 'Brevo (Sendinblue) SMTP key',
    severity: 'high',
    description: 'Sends mail in the name of the account’s domains.',
    remediation,
    references,
    environment: ['BREVO_SMTP_KEY'],
    anchors: ['xsmtpsib-'],
    pattern: token('xsmtpsib-', body, b62),
    binary: true,
    examples: () => ({
      leaks: [leak`SMTP_PASSWORD=${minted('xsmtpsib-', 1)}`, leak`pass: '${minted('xsmtpsib-', 2)}',`],
      clean: [`xsmtpsib-${fake(hex, 64)}`, `axsmtpsib-${fake(hex, 64)}-${fake(b62, 16)}`],
    }),
  }),
];
