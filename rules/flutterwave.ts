import { b62, defineRule, fake, hex, hexi, isPublic, leak, run, token } from '../src/rule-kit/index.ts';

const references = ['https://developer.flutterwave.com/docs'] as const;

export const flutterwave = [
  defineRule({
    id: 'flutterwave-secret-key',
    title: 'Flutterwave secret key',
    severity: 'critical',
    description: 'Acts on the Flutterwave account: payments, transfers, refunds, customer data.',
    remediation: 'Generate new keys under Settings › API keys of the Flutterwave dashboard.',
    references,
    environment: ['FLW_SECRET_KEY'],
    anchors: ['FLWSECK-', 'FLWSECK_TEST-'],
    pattern: token(['FLWSECK-', 'FLWSECK_TEST-'], `${run(hexi, 32)}-X`, b62),
    binary: true,
    judge: ({ secret }) =>
      secret.startsWith('FLWSECK_TEST-') ? { kind: 'plausible', severity: 'medium' } : { kind: 'plausible' },
    examples: () => ({
      leaks: [
        leak`FLW_SECRET_KEY=${`FLWSECK-${fake(hex, 32, 1)}-X`}`,
        leak`new Flutterwave(publicKey, "${`FLWSECK_TEST-${fake(hex, 32, 2)}-X`}");`,
      ],
      clean: [`FLWSECK-${fake(hex, 20)}-X`, 'FLWSECK_TEST-SANDBOXDEMOKEY-X', `FLWSECK-${fake(hex, 32)}`],
    }),
  }),
  defineRule({
    id: 'flutterwave-public-key',
    title: 'Flutterwave public key',
    severity: 'note',
    description: 'Made for browsers and apps: starts payments to the account.',
    remediation: 'Nothing to revoke. Keep the secret and the encryption key on the server.',
    references,
    environment: ['FLW_PUBLIC_KEY'],
    anchors: ['FLWPUBK-', 'FLWPUBK_TEST-'],
    pattern: token(['FLWPUBK-', 'FLWPUBK_TEST-'], `${run(hexi, 32)}-X`, b62),
    judge: () => isPublic('a public key is made for client code'),
    examples: () => ({
      leaks: [
        leak`FLW_PUBLIC_KEY=${`FLWPUBK-${fake(hex, 32, 1)}-X`}`,
        leak`public_key: "${`FLWPUBK_TEST-${fake(hex, 32, 2)}-X`}",`,
      ],
      clean: [`FLWPUBK-${fake(hex, 20)}-X`, `FLWSECK-${fake(hex, 32)}-X`],
    }),
  }),
];
