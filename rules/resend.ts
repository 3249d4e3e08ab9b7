import { b62, defineRule, fake, leak, run, token } from '../src/rule-kit/index.ts';

const minted = (seed: number): string => `re_${fake(b62, 8, seed)}_${fake(b62, 24, seed)}`;

export const resend = [
  defineRule({
    id: 'resend-api-key',
    title: 'Resend API key',
    severity: 'high',
    description:
      'Sends mail in the name of the account’s domains; with full access it also manages domains and contacts.',
    remediation: 'Delete the key on the API keys page of the Resend dashboard and create a new one.',
    references: ['https://resend.com/docs'],
    environment: ['RESEND_API_KEY'],
    anchors: ['re_'],
    pattern: token('re_', `${run(b62, 8)}_${run(b62, 24)}`, b62),
    examples: () => ({
      leaks: [leak`RESEND_API_KEY=${minted(1)}`, leak`const resend = new Resend('${minted(2)}');`],
      clean: [`core_${fake(b62, 8)}_${fake(b62, 24)}`, `re_${fake(b62, 8)}_${fake(b62, 20)}`, 're_export_everything'],
    }),
  }),
];
