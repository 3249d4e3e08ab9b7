import { b64u, defineRule, fake, held, isPublic, leak, run, token } from '../src/rule-kit/index.ts';

const references = ['https://docs.midtrans.com'] as const;

export const midtrans = [
  defineRule({
    id: 'midtrans-server-key',
    title: 'Midtrans server key',
    severity: 'critical',
    description: 'Acts on the Midtrans merchant account: charges, refunds, transaction data.',
    remediation: 'Ask Midtrans support to rotate the key shown under Settings › Access keys.',
    references,
    environment: ['MIDTRANS_SERVER_KEY'],
    anchors: ['Mid-server-'],
    pattern: token(['SB-Mid-server-', 'Mid-server-'], run(b64u, 10, 64), b64u),
    binary: true,
    judge: ({ secret }) => {
      const body = secret.slice(secret.indexOf('server-') + 'server-'.length);
      if (!/[0-9A-Z]/.test(body)) return held('words', 'no digit or capital');
      return secret.startsWith('SB-') ? { kind: 'plausible', severity: 'medium' } : { kind: 'plausible' };
    },
    examples: () => ({
      leaks: [
        leak`MIDTRANS_SERVER_KEY=${`Mid-server-${fake(b64u, 23, 1)}3`}`,
        leak`serverKey: '${`SB-Mid-server-${fake(b64u, 23, 2)}Q`}',`,
      ],
      clean: ['Mid-server-side-rendering', `Mid-client-${fake(b64u, 24)}`, 'Mid-server-…'],
    }),
  }),
  defineRule({
    id: 'midtrans-client-key',
    title: 'Midtrans client key',
    severity: 'note',
    description: 'Made for browsers: opens the payment page and turns card details into a one-time token.',
    remediation: 'Nothing to revoke. Keep the server key on the server.',
    references,
    environment: ['MIDTRANS_CLIENT_KEY'],
    anchors: ['Mid-client-'],
    pattern: token(['SB-Mid-client-', 'Mid-client-'], run(b64u, 10, 64), b64u),
    judge: () => isPublic('a client key is made for client code'),
    examples: () => ({
      leaks: [
        leak`MIDTRANS_CLIENT_KEY=${`Mid-client-${fake(b64u, 15, 1)}3`}`,
        leak`<script data-client-key="${`SB-Mid-client-${fake(b64u, 15, 2)}Q`}"></script>`,
      ],
      clean: ['Mid-client-', `Mid-server-${fake(b64u, 24)}`],
    }),
  }),
];
