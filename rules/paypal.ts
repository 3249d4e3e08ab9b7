import { b64u, defineNamedRule, fake, leak, leakBetween, run, whole } from '../src/rule-kit/index.ts';

export const paypal = [
  defineNamedRule({
    id: 'paypal-client-secret',
    title: 'PayPal client secret',
    severity: 'critical',
    confidence: 'medium',
    description: 'Together with the public client id it acts on the PayPal account: payments, refunds, payouts.',
    remediation: 'Add a new secret to the application in the PayPal developer dashboard, then delete this one.',
    references: ['https://developer.paypal.com/api/rest/'],
    environment: ['PAYPAL_CLIENT_SECRET'],
    words: ['paypal'],
    names: /secret|key|token|pass/i,
    // Client ids are as long and begin with `A`; they are public.
    value: whole(`E${run(b64u, 79)}`),
    judge: (match) =>
      match.near(['sandbox'], 100) ? { kind: 'plausible', severity: 'medium' } : { kind: 'plausible' },
    examples: () => ({
      leaks: [
        leak`PAYPAL_CLIENT_SECRET=${`E${fake(b64u, 78, 1)}d`}`,
        leakBetween('# paypal\nclient_secret: "', `E${fake(b64u, 78, 2)}4`, '"\n'),
      ],
      clean: [
        `PAYPAL_CLIENT_ID=A${fake(b64u, 78)}4`,
        `PAYPAL_CLIENT_SECRET=E${fake(b64u, 50)}`,
        `CLIENT_SECRET=E${fake(b64u, 79)}`,
      ],
    }),
  }),
];
