import type { Judgement, Match } from '../src/model/index.ts';
import {
  type Alphabet,
  b62,
  b64,
  b64u,
  because,
  defineRule,
  fake,
  held,
  hex,
  isPublic,
  leak,
  plausible,
  run,
  START,
  token,
} from '../src/rule-kit/index.ts';

const references = ['https://docs.stripe.com/keys'] as const;
const environment = ['STRIPE_SECRET_KEY', 'STRIPE_API_KEY'];
const roll = 'Roll the key at dashboard.stripe.com/apikeys; the old one can be expired at once.';

/** Bodies Stripe is known to issue: 24 characters, since 2021 some 96 to 99 that begin with `51`. Source: docs.stripe.com/keys. */
const issuedForm = /^[rs]k_(?:live|test)_(?:[0-9A-Za-z]{24}|51[0-9A-Za-z]{88,108})$/;

/** Several vendors copied the prefix: a length Stripe does not use is still taken for Stripe's, but says so. */
function form({ secret }: Match): Judgement {
  if (issuedForm.test(secret)) return because('has the length and form of keys Stripe issues');
  return because('a length Stripe is not known to use: another vendor may have issued it');
}

/** Others sign webhooks with secrets of the same form; the words around tell whose it is. */
function signer(match: Match): Judgement {
  if (match.near(['stripe'], 300)) return plausible;
  if (match.near(['openai'], 100)) return held('superseded', 'OpenAI is named beside it');
  return match.near(['svix', 'clerk', 'resend', 'workos', 'polar'], 300)
    ? {
        kind: 'plausible',
        title: 'Webhook signing secret',
        evidence: [{ text: 'another vendor that signs webhooks this way is named nearby', weight: 0 }],
      }
    : plausible;
}

/** What a longer secret of another vendor would go on with. */
const anyBase64: Alphabet = { characters: `${b64.characters}-_=`, inClass: `${b64.inClass}_=-` };

/** Any body Stripe's own tolerance allows; a key that goes on with `-` or `_` is another vendor's. */
const body = run(b62, 20, 247);
const current = (prefix: string, seed: number): string => `${prefix}51${fake(b62, 97, seed)}`;

export const stripe = [
  defineRule({
    id: 'stripe-secret-key',
    title: 'Stripe secret key (live)',
    severity: 'critical',
    description: 'Acts as the whole Stripe account: charges, refunds, payouts, customer data.',
    remediation: roll,
    references,
    environment,
    anchors: ['sk_live_'],
    pattern: token('sk_live_', body, b64u),
    binary: true,
    judge: form,
    supersedes: ['sk-live-key'],
    examples: () => ({
      leaks: [
        leak`STRIPE_SECRET_KEY=${current('sk_live_', 1)}`,
        leak`const stripe = new Stripe('${`sk_live_${fake(b62, 24, 2)}`}', { apiVersion: '2024-06-20' });`,
        leak`curl https://api.stripe.com/v1/charges -u ${current('sk_live_', 3)}:`,
      ],
      clean: [
        `STRIPE_SECRET_KEY=sk_live_${fake(b62, 12)}`,
        `task_live_${fake(b62, 24)}`,
        `key: pk_live_${fake(b62, 24)}`,
        'STRIPE_SECRET_KEY=sk_live_your_secret_key_here',
      ],
    }),
  }),
  defineRule({
    id: 'stripe-restricted-key',
    title: 'Stripe restricted key (live)',
    severity: 'high',
    description: 'Acts on the live Stripe account within the permissions the key was given.',
    remediation: roll,
    references,
    environment,
    anchors: ['rk_live_'],
    pattern: token('rk_live_', body, b64u),
    binary: true,
    judge: form,
    examples: () => ({
      leaks: [
        leak`stripe_key: ${current('rk_live_', 1)}`,
        leak`{ "stripe": { "restrictedKey": "${`rk_live_${fake(b62, 24, 2)}`}" } }`,
      ],
      clean: [`rk_live_${fake(b62, 10)}`, `work_live_${fake(b62, 24)}`],
    }),
  }),
  defineRule({
    id: 'stripe-test-key',
    title: 'Stripe secret or restricted key (test mode)',
    severity: 'medium',
    description: 'Acts on the test data of the Stripe account; no money can be moved with it.',
    remediation: roll,
    references,
    environment,
    anchors: ['sk_test_', 'rk_test_'],
    pattern: token(['sk_test_', 'rk_test_'], body, b64u),
    binary: true,
    judge: form,
    supersedes: ['sk-live-key'],
    examples: () => ({
      leaks: [
        leak`STRIPE_API_KEY="${current('sk_test_', 1)}"`,
        leak`stripe.api_key = '${`sk_test_${fake(b62, 24, 2)}`}'`,
        leak`restricted: ${current('rk_test_', 3)}`,
      ],
      clean: [`disk_test_${fake(b62, 24)}`, `sk_test_${fake(b62, 9)}`, 'sk_test_…'],
    }),
  }),
  defineRule({
    id: 'stripe-publishable-key',
    title: 'Stripe publishable key',
    severity: 'note',
    description: 'Made for browsers and apps: identifies the account when payment details are collected.',
    remediation: 'Nothing to revoke. Keep the matching secret key on the server.',
    references,
    environment: ['STRIPE_PUBLISHABLE_KEY'],
    anchors: ['pk_live_', 'pk_test_'],
    pattern: token(['pk_live_', 'pk_test_'], body, b64u),
    judge: () => isPublic('a publishable key is made for client code'),
    examples: () => ({
      leaks: [
        leak`NEXT_PUBLIC_STRIPE_PUBLISHABLE_KEY=${current('pk_live_', 1)}`,
        leak`loadStripe('${`pk_test_${fake(b62, 24, 2)}`}')`,
      ],
      clean: [`pk_live_${fake(b62, 8)}`, `sk_live_${fake(b62, 24)}`],
    }),
  }),
  defineRule({
    id: 'stripe-webhook-secret',
    title: 'Stripe webhook signing secret',
    severity: 'medium',
    description: 'Signs webhook events: the holder can send the application made-up payments and refunds.',
    remediation: 'Roll the signing secret of the endpoint under Developers › Webhooks.',
    references: ['https://docs.stripe.com/webhooks'],
    environment: ['STRIPE_WEBHOOK_SECRET'],
    supersedes: ['svix-webhook-secret'],
    anchors: ['whsec_'],
    reach: { before: 320, after: 512 },
    // 32 characters from the dashboard; 64 hexadecimal digits from the command-line listener.
    pattern: token('whsec_', `(?:${run(b62, 32)}|${run(hex, 64)})`, anyBase64),
    judge: signer,
    examples: () => ({
      leaks: [
        leak`STRIPE_WEBHOOK_SECRET=${`whsec_${fake(b62, 32, 1)}`}`,
        leak`const endpointSecret = "${`whsec_${fake(hex, 64, 2)}`}";`,
      ],
      clean: [
        `OPENAI_WEBHOOK_SECRET=whsec_${fake(b62, 32)}`,
        `whsec_${fake(b62, 16)}`,
        `mywhsec_${fake(b62, 32)}`,
        'STRIPE_WEBHOOK_SECRET=whsec_...',
      ],
    }),
  }),
  defineRule({
    id: 'stripe-payment-client-secret',
    title: 'Stripe client secret of one payment',
    severity: 'note',
    description: 'Lets the payer finish one payment or one set-up; handed to browsers by design.',
    remediation: 'Nothing to revoke. Do not log or store it, and cancel the payment where it must not be finished.',
    references: ['https://docs.stripe.com/api/payment_intents'],
    anchors: ['_secret_'],
    pattern: new RegExp(`${START}(?<secret>(?:pi|seti)_${run(b62, 20, 32)}_secret_${run(b62, 20, 32)})(?![0-9A-Za-z])`),
    judge: () => isPublic('the client secret of a single payment is made for client code'),
    examples: () => ({
      leaks: [
        leak`"client_secret": "${`pi_${fake(b62, 24, 1)}_secret_${fake(b62, 25, 2)}`}"`,
        leak`confirmCardSetup('${`seti_${fake(b62, 24, 3)}_secret_${fake(b62, 25, 4)}`}')`,
      ],
      clean: [`pi_${fake(b62, 24)}`, `api_${fake(b62, 24)}_secret_${fake(b62, 25)}`],
    }),
  }),
];
