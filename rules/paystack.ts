import {
  b62,
  b64u,
  defineRule,
  fake,
  held,
  hex,
  isPublic,
  leak,
  leakBetween,
  run,
  token,
} from '../src/rule-kit/index.ts';

const references = ['https://paystack.com/docs/api/'] as const;
const allHex = (secret: string): boolean => /^[a-z]k_(?:live|test)_[0-9a-f]{40}$/.test(secret);

export const paystack = [
  defineRule({
    id: 'paystack-secret-key',
    title: 'Paystack secret key',
    severity: 'critical',
    description: 'Full access to the Paystack account: transactions, transfers, refunds, customer data.',
    remediation: 'Generate a new secret key under Settings › API keys & webhooks of the Paystack dashboard.',
    references,
    environment: ['PAYSTACK_SECRET_KEY'],
    supersedes: ['stripe-secret-key', 'stripe-test-key', 'sk-live-key'],
    anchors: ['sk_live_', 'sk_test_'],
    reach: { before: 320, after: 512 },
    pattern: token(['sk_live_', 'sk_test_'], run(b62, 40), b64u),
    // 40 hexadecimal digits after the prefix are Paystack's alone; other bodies of 40 need its name nearby.
    judge: (match) => {
      if (!allHex(match.secret) && !match.near(['paystack'], 300))
        return held('bad-structure', 'not 40 hexadecimal digits');
      return match.secret.startsWith('sk_test_')
        ? { kind: 'plausible', severity: 'medium', title: 'Paystack secret key (test mode)' }
        : { kind: 'plausible' };
    },
    examples: () => ({
      leaks: [
        leak`PAYSTACK_SECRET_KEY=${`sk_live_${fake(hex, 40, 1)}`}`,
        leak`headers: { Authorization: 'Bearer ${`sk_test_${fake(hex, 40, 2)}`}' }`,
        leakBetween('paystack:\n  secret: ', `sk_live_${fake(b62, 40, 3)}`),
      ],
      clean: [
        `STRIPE_KEY=sk_live_${fake(b62, 40)}`,
        `PAYSTACK_SECRET_KEY=sk_live_${fake(hex, 39)}`,
        `PAYSTACK_PUBLIC_KEY=pk_live_${fake(hex, 40)}`,
      ],
    }),
  }),
  defineRule({
    id: 'paystack-public-key',
    title: 'Paystack public key',
    severity: 'note',
    description: 'Made for browsers and apps: starts payments to the account, reads nothing.',
    remediation: 'Nothing to revoke. Keep the matching secret key on the server.',
    references,
    environment: ['PAYSTACK_PUBLIC_KEY'],
    supersedes: ['stripe-publishable-key'],
    anchors: ['pk_live_', 'pk_test_'],
    pattern: token(['pk_live_', 'pk_test_'], run(hex, 40), b64u),
    judge: () => isPublic('a public key is made for client code'),
    examples: () => ({
      leaks: [
        leak`PAYSTACK_PUBLIC_KEY=${`pk_live_${fake(hex, 40, 1)}`}`,
        leak`PaystackPop.setup({ key: '${`pk_test_${fake(hex, 40, 2)}`}' })`,
      ],
      clean: [`pk_live_${fake(hex, 32)}`, `sk_live_${fake(hex, 40)}`],
    }),
  }),
];
