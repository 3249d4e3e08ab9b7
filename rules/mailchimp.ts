import {
  alone,
  b62,
  b64u,
  defineNamedRule,
  defineRule,
  fake,
  hex,
  leak,
  leakBetween,
  run,
  token,
  whole,
} from '../src/rule-kit/index.ts';

const references = ['https://mailchimp.com/developer/'] as const;

export const mailchimp = [
  defineRule({
    id: 'mailchimp-api-key',
    title: 'Mailchimp API key',
    severity: 'high',
    description: 'Full access to the Mailchimp account: audiences with their personal data, campaigns, sending.',
    remediation: 'Revoke the key under Extras › API keys of the Mailchimp account and create a new one.',
    references,
    environment: ['MAILCHIMP_API_KEY'],
    anchors: ['-us'],
    // The data centre follows the key.
    pattern: alone(`${run(hex, 32)}-us\\d{1,2}`, b62),
    examples: () => ({
      leaks: [
        leak`MAILCHIMP_API_KEY=${`${fake(hex, 32, 1)}-us21`}`,
        leak`mailchimp.setConfig({ apiKey: '${`${fake(hex, 32, 2)}-us6`}', server: 'us6' })`,
      ],
      clean: [`${fake(hex, 32)}-us`, `${fake(hex, 24)}-us12`, `${fake(hex, 32)}-eu1`, `${fake(hex, 40)}-us1`],
    }),
  }),
  defineRule({
    id: 'mailchimp-mandrill-api-key',
    title: 'Mailchimp Transactional (Mandrill) API key',
    severity: 'high',
    description: 'Sends mail in the name of the account’s domains and reads what was sent.',
    remediation: 'Disable the key in the settings of Mailchimp Transactional and create a new one.',
    references,
    environment: ['MANDRILL_API_KEY'],
    anchors: ['md-'],
    pattern: token('md-', run(b64u, 22), b64u),
    near: { words: ['mandrill', 'mailchimp'], bytes: 300 },
    examples: () => ({
      leaks: [
        leak`MANDRILL_API_KEY=${`md-${fake(b64u, 21, 1)}4`}`,
        leakBetween("require('@mailchimp/mailchimp_transactional')('", `md-${fake(b64u, 21, 2)}z`, "')"),
      ],
      clean: [
        `md-${fake(b64u, 22)}`,
        `MANDRILL_API_KEY=cmd-${fake(b64u, 22)}`,
        `MANDRILL_API_KEY=md-${fake(b64u, 12)}`,
      ],
    }),
  }),
  defineNamedRule({
    id: 'mailchimp-mandrill-former-api-key',
    title: 'Mandrill API key (former form)',
    severity: 'high',
    confidence: 'medium',
    description: 'Sends mail in the name of the account’s domains and reads what was sent.',
    remediation: 'Disable the key in the settings of Mailchimp Transactional and create a new one.',
    references,
    environment: ['MANDRILL_API_KEY'],
    words: ['mandrill'],
    names: /key|token|secret|pass/i,
    value: whole(run(b64u, 22)),
    examples: () => ({
      leaks: [
        leak`MANDRILL_API_KEY=${`${fake(b64u, 21, 1)}4`}`,
        leakBetween('# smtp.mandrillapp.com\nsmtp_password: ', `a${fake(b64u, 20, 2)}z`, '\n'),
      ],
      clean: [`API_KEY=${fake(b62, 22)}`, `MANDRILL_API_KEY=${fake(b62, 15)}`],
    }),
  }),
];
