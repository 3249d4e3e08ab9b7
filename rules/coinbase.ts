import {
  b62,
  b64,
  b64u,
  defineNamedRule,
  defineRule,
  fake,
  fakeUuid,
  held,
  leak,
  leakBetween,
  literal,
  plausible,
  run,
  START,
  whole,
} from '../src/rule-kit/index.ts';

const references = ['https://docs.cdp.coinbase.com'] as const;
const keyName = /organizations\\?\/[0-9a-f-]{36}\\?\/apiKeys\\?\/[0-9a-f-]{36}/;

/** Printed in pieces, so that no key stands in this file. */
const pem = (edge: string): string => `-----${edge} EC PRIVATE KEY-----`;
const fakePem = (seed: number): string =>
  `${pem('BEGIN')}\\n${fake(b64, 64, seed)}\\n${fake(b64, 64, seed + 1)}\\n${fake(b64, 34, seed + 2)}==\\n${pem('END')}`;
const fakeName = (seed: number): string => `organizations/${fakeUuid(seed)}/apiKeys/${fakeUuid(seed + 1)}`;

export const coinbase = [
  defineRule({
    id: 'coinbase-cdp-key',
    title: 'Coinbase developer platform key',
    severity: 'critical',
    description:
      'Signs calls in the name of the key: depending on its scopes it reads balances, trades and sends coins.',
    remediation: 'Delete the key under API keys of the Coinbase developer platform and create a new one.',
    references,
    supersedes: ['private-key'],
    anchors: [pem('BEGIN')],
    pattern: new RegExp(
      `${START}(?<secret>${literal(pem('BEGIN'))}(?:\\\\[rn]|[\\sA-Za-z0-9+/=]){100,400}${pem('END')})`,
    ),
    reach: { before: 300, after: 700 },
    near: { words: ['apikeys'], bytes: 600 },
    judge: ({ window, at, secret }) =>
      keyName.test(window.slice(Math.max(0, at - 250), at + secret.length + 250))
        ? plausible
        : held('bad-structure', 'no key name beside it'),
    examples: () => ({
      leaks: [
        leakBetween(`{ "name": "${fakeName(1)}", "privateKey": "`, fakePem(1), '\\n" }'),
        leakBetween(`CDP_NAME=${fakeName(4)}\nCDP_KEY="`, fakePem(5), '"\n'),
      ],
      clean: [`key = "${fakePem(9)}"`, `"name": "${fakeName(7)}", "privateKey": ""`],
    }),
  }),
  defineNamedRule({
    id: 'coinbase-secret',
    title: 'Coinbase API secret',
    severity: 'critical',
    confidence: 'medium',
    description:
      'Signs calls of the Coinbase account: depending on its permissions it reads balances, trades and sends coins.',
    remediation: 'Delete the key in the API settings of the Coinbase account and create a new one.',
    references,
    environment: ['COINBASE_API_SECRET', 'CDP_API_KEY_SECRET'],
    words: ['coinbase', 'cdpapi'],
    names: /secret|private|token|pass/i,
    // 64 characters of former keys; 64 bytes in base 64 of keys for Ed25519.
    value: whole(`${run(b64u, 64)}|${run(b64, 86)}==`),
    examples: () => ({
      leaks: [
        leak`COINBASE_API_SECRET=${fake(b62, 64, 1)}`,
        leakBetween('# coinbase\napi_secret: ', `${fake(b64, 86, 2)}==`, '\n'),
      ],
      clean: [`COINBASE_API_SECRET=${fake(b62, 30)}`, `API_SECRET=${fake(b62, 64)}`],
    }),
  }),
];
