import { b62, defineNamedRule, fake, held, leakBetween, plausible, run, whole } from '../src/rule-kit/index.ts';

/** The key id that stands beside the secret: Google's Gemini keys have none. */
const keyId = /(?<![0-9A-Za-z-])(?:master|account)-[0-9A-Za-z]{20}(?![0-9A-Za-z])/;

export const geminiExchange = [
  defineNamedRule({
    id: 'gemini-exchange-secret',
    title: 'Gemini exchange API secret',
    severity: 'critical',
    confidence: 'medium',
    description: 'Signs calls of the Gemini exchange account: balances, trades and, if allowed, withdrawals.',
    remediation: 'Revoke the key under Settings › API of the Gemini exchange account and create a new one.',
    references: ['https://docs.gemini.com'],
    environment: ['GEMINI_API_SECRET'],
    words: ['gemini'],
    names: /secret/i,
    value: whole(run(b62, 27, 28)),
    judge: ({ window, at }) =>
      keyId.test(window.slice(Math.max(0, at - 300), at + 300)) ? plausible : held('hash', 'no key id beside it'),
    examples: () => ({
      leaks: [
        leakBetween(`GEMINI_API_KEY=account-${fake(b62, 20)}\nGEMINI_API_SECRET=`, fake(b62, 28, 1), '\n'),
        leakBetween(`gemini = Client(key="master-${fake(b62, 20, 2)}", secret="`, fake(b62, 27, 3), '")'),
      ],
      clean: [`GEMINI_API_SECRET=${fake(b62, 28)}`, `KEY=account-${fake(b62, 20)}\nSECRET=${fake(b62, 28)}`],
    }),
  }),
];
