import { b64u, defineRule, fake, leak, leakBetween, run, token } from '../src/rule-kit/index.ts';

export const gocardless = [
  defineRule({
    id: 'gocardless-access-token',
    title: 'GoCardless access token',
    severity: 'critical',
    description: 'Acts on the GoCardless account: mandates, direct debits, refunds, customer bank details.',
    remediation: 'Delete the token under Developers of the GoCardless dashboard and create a new one.',
    references: ['https://developer.gocardless.com'],
    environment: ['GOCARDLESS_ACCESS_TOKEN', 'GC_ACCESS_TOKEN'],
    anchors: ['live_', 'sandbox_'],
    pattern: token(['live_', 'sandbox_'], run(b64u, 40), b64u),
    near: { words: ['gocardless', 'go_cardless', 'go-cardless'], bytes: 300 },
    judge: ({ secret }) =>
      secret.startsWith('sandbox_') ? { kind: 'plausible', severity: 'medium' } : { kind: 'plausible' },
    examples: () => ({
      leaks: [
        leak`GOCARDLESS_ACCESS_TOKEN=${`live_${fake(b64u, 38, 1)}2x`}`,
        leakBetween('const client = gocardless(\n  "', `sandbox_${fake(b64u, 38, 2)}5a`, '",\n);'),
      ],
      clean: [`token: live_${fake(b64u, 40)}`, `GOCARDLESS_ACCESS_TOKEN=live_${fake(b64u, 20)}`],
    }),
  }),
];
