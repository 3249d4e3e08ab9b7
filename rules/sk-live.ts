import { b62, b64u, defineRule, fake, held, leak, run, token } from '../src/rule-kit/index.ts';

/** Keys with Stripe's prefix that fit no vendor known here: found all the same, under no vendor's name. */
export const skLive = [
  defineRule({
    id: 'sk-live-key',
    title: '`sk_live_` or `sk_test_` secret key',
    severity: 'high',
    description:
      'Many services copied the prefix from Stripe: whoever holds the key acts on the account that issued it.',
    remediation: 'Find out which service issued the key, revoke it there and issue a new one.',
    references: ['https://docs.stripe.com/keys'],
    anchors: ['sk_live_', 'sk_test_'],
    pattern: token(['sk_live_', 'sk_test_'], `${run(b64u, 16, 300)}={0,2}`, b64u),
    judge: ({ secret }) => {
      const body = secret.slice('sk_live_'.length);
      if ((body.match(/\d/g)?.length ?? 0) < 2 || !/[A-Za-z]/.test(body)) return held('words', 'no digits');
      return secret.startsWith('sk_test_') ? { kind: 'plausible', severity: 'medium' } : { kind: 'plausible' };
    },
    examples: () => ({
      leaks: [
        leak`PAYMENT_KEY=${`sk_live_9${fake(b62, 20, 1)}-${fake(b62, 20, 2)}_4`}`,
        leak`"secretKey": "${`sk_test_7${fake(b62, 12, 3)}_${fake(b62, 12, 4)}8`}"`,
      ],
      clean: [
        'SECRET_KEY=sk_live_your_secret_key_goes_here',
        `task_live_${fake(b62, 30)}`,
        `sk_live_${fake(b62, 9)}`,
        `pk_live_${fake(b62, 30)}`,
      ],
    }),
  }),
];
