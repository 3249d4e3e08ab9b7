import { b36l, b62, defineRule, fake, hex, isPublic, leak, run, token } from '../src/rule-kit/index.ts';

const references = ['https://developer.paypal.com/braintree/docs'] as const;
const minted = (kind: string, seed: number): string =>
  `access_token$${kind}$${fake(b36l, 16, seed)}$${fake(hex, 32, seed + 1)}`;

export const braintree = [
  defineRule({
    id: 'braintree-access-token',
    title: 'Braintree access token',
    severity: 'critical',
    description: 'Acts on the Braintree merchant account: transactions, refunds, stored payment methods.',
    remediation:
      'Revoke the token in the Braintree control panel, or the PayPal one where it was issued, and issue a new one.',
    references,
    environment: ['BRAINTREE_ACCESS_TOKEN'],
    anchors: ['access_token$production$', 'access_token$sandbox$'],
    pattern: token(['access_token$production$', 'access_token$sandbox$'], `${run(b36l, 16)}\\$${run(hex, 32)}`, b62),
    binary: true,
    judge: ({ secret }) =>
      secret.startsWith('access_token$sandbox') ? { kind: 'plausible', severity: 'medium' } : { kind: 'plausible' },
    examples: () => ({
      leaks: [
        leak`BRAINTREE_ACCESS_TOKEN='${minted('production', 1)}'`,
        leak`new BraintreeGateway("${minted('sandbox', 3)}");`,
      ],
      clean: [
        `access_token$production$${fake(b36l, 16)}$${fake(hex, 24)}`,
        `access_token$development$${fake(b36l, 16)}$${fake(hex, 32)}`,
      ],
    }),
  }),
  defineRule({
    id: 'braintree-tokenization-key',
    title: 'Braintree tokenization key',
    severity: 'note',
    description: 'Made for browsers and apps: turns card details into a one-time token.',
    remediation: 'Nothing to revoke. Keep private keys and access tokens on the server.',
    references,
    anchors: ['production_', 'sandbox_'],
    pattern: token(['production_', 'sandbox_'], `${run(b36l, 8)}_${run(b36l, 16)}`, b62),
    near: { words: ['braintree'], bytes: 400 },
    judge: () => isPublic('a tokenization key is made for client code'),
    examples: () => ({
      leaks: [
        leak`BRAINTREE_TOKENIZATION_KEY=${`production_${fake(b36l, 8, 1)}_${fake(b36l, 16, 2)}`}`,
        leak`braintree.dropin.create({ authorization: '${`sandbox_${fake(b36l, 8, 3)}_${fake(b36l, 16, 4)}`}' })`,
      ],
      clean: [`sandbox_${fake(b36l, 8)}_${fake(b36l, 16)}`, `braintree production_${fake(b36l, 8)}`],
    }),
  }),
];
