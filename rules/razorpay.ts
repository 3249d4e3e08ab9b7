import {
  b62,
  defineNamedRule,
  defineRule,
  fake,
  isPublic,
  leak,
  leakBetween,
  run,
  token,
  whole,
} from '../src/rule-kit/index.ts';

const references = ['https://razorpay.com/docs/api/'] as const;

export const razorpay = [
  defineNamedRule({
    id: 'razorpay-key-secret',
    title: 'Razorpay key secret',
    severity: 'critical',
    confidence: 'medium',
    description: 'Together with the public key id it acts on the Razorpay account: payments, refunds, payouts.',
    remediation: 'Regenerate the key under Account & settings › API keys of the Razorpay dashboard.',
    references,
    environment: ['RAZORPAY_KEY_SECRET'],
    words: ['razorpay', 'rzp'],
    names: /secret/i,
    value: whole(run(b62, 24)),
    judge: (match) =>
      match.near(['rzp_test_'], 200) && !match.near(['rzp_live_'], 200)
        ? { kind: 'plausible', severity: 'medium' }
        : { kind: 'plausible' },
    examples: () => ({
      leaks: [
        leak`RAZORPAY_KEY_SECRET=${fake(b62, 24, 1)}`,
        leakBetween(`new Razorpay({ key_id: 'rzp_live_${fake(b62, 14)}', key_secret: '`, fake(b62, 24, 2), "' })"),
      ],
      clean: [
        `RAZORPAY_KEY_SECRET=${fake(b62, 20)}`,
        `CLIENT_SECRET=${fake(b62, 24)}`,
        `RAZORPAY_KEY_ID=rzp_live_${fake(b62, 14)}`,
      ],
    }),
  }),
  defineRule({
    id: 'razorpay-key-id',
    title: 'Razorpay key id',
    severity: 'note',
    description: 'Names the key pair; the checkout in the browser needs it. It opens nothing without its secret.',
    remediation: 'Nothing to revoke. Keep the key secret on the server.',
    references,
    environment: ['RAZORPAY_KEY_ID'],
    anchors: ['rzp_live_', 'rzp_test_'],
    pattern: token(['rzp_live_', 'rzp_test_'], run(b62, 14), b62),
    judge: () => isPublic('a key id is made for client code'),
    examples: () => ({
      leaks: [
        leak`RAZORPAY_KEY_ID=${`rzp_live_${fake(b62, 14, 1)}`}`,
        leak`var options = { "key": "${`rzp_test_${fake(b62, 14, 2)}`}" };`,
      ],
      clean: [`rzp_live_${fake(b62, 10)}`, `xrzp_test_${fake(b62, 14)}`],
    }),
  }),
];
