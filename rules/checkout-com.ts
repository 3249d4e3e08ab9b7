import {
  type Alphabet,
  b32l,
  b62,
  defineRule,
  fake,
  fakeUuid,
  isPublic,
  leak,
  run,
  token,
  UUID,
} from '../src/rule-kit/index.ts';

const references = ['https://www.checkout.com/docs/developer-resources/api/manage-api-keys'] as const;
/** The last character of a current key may be a sign. Source: the patterns of Checkout.com's own SDKs. */
const last: Alphabet = { characters: `${b32l.characters}*#$=`, inClass: `${b32l.inClass}*#$=` };
const current = `${run(b32l, 26)}[${last.inClass}]`;
const minted = (prefix: string, seed: number): string => `${prefix}${fake(b32l, 25, seed)}7q`;

export const checkoutCom = [
  defineRule({
    id: 'checkout-com-secret-key',
    title: 'Checkout.com secret key',
    severity: 'critical',
    confidence: 'medium',
    description: 'Acts on the Checkout.com account: payments, captures, refunds, payouts.',
    remediation: 'Create a new key under Developers › Keys of the Checkout.com dashboard, then deactivate this one.',
    references,
    environment: ['CHECKOUT_SECRET_KEY'],
    anchors: ['sk_'],
    pattern: token(['sk_sbox_', 'sk_test_', 'sk_'], `(?:${UUID}|${current})`, b62),
    // `sk_` is shared by many; only the sandbox prefix is Checkout.com's own.
    near: { words: ['checkout', 'cko_', 'sk_sbox_'], bytes: 300 },
    supersedes: ['sk-live-key', 'stripe-test-key'],
    judge: ({ secret }) =>
      /^sk_(?:sbox|test)_/.test(secret) ? { kind: 'plausible', severity: 'medium' } : { kind: 'plausible' },
    examples: () => ({
      leaks: [
        leak`CHECKOUT_SECRET_KEY=${`sk_${fakeUuid(1)}`}`,
        leak`new Checkout('${minted('sk_sbox_', 2)}')`,
        leak`checkout.secret = ${minted('sk_', 3)}`,
      ],
      clean: [`API_KEY=sk_${fakeUuid(4)}`, `CHECKOUT_PUBLIC_KEY=pk_${fakeUuid(5)}`, `checkout task_${fakeUuid(6)}`],
    }),
  }),
  defineRule({
    id: 'checkout-com-public-key',
    title: 'Checkout.com public key',
    severity: 'note',
    description: 'Made for browsers and apps: turns card details into a one-time token.',
    remediation: 'Nothing to revoke. Keep the secret key on the server.',
    references,
    environment: ['CHECKOUT_PUBLIC_KEY'],
    anchors: ['pk_'],
    pattern: token(['pk_sbox_', 'pk_test_', 'pk_'], `(?:${UUID}|${current})`, b62),
    near: { words: ['checkout', 'cko_', 'pk_sbox_'], bytes: 300 },
    supersedes: ['stripe-publishable-key'],
    judge: () => isPublic('a public key is made for client code'),
    examples: () => ({
      leaks: [leak`CHECKOUT_PUBLIC_KEY=${`pk_${fakeUuid(1)}`}`, leak`Frames.init("${minted('pk_sbox_', 2)}");`],
      clean: [`API_KEY=pk_${fakeUuid(4)}`, `checkout pk_${fake(b62, 12)}`],
    }),
  }),
];
