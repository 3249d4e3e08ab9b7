import {
  b64u,
  because,
  decodeJwt,
  defineRule,
  fakeJwt,
  held,
  leak,
  leakBetween,
  run,
  START,
} from '../src/rule-kit/index.ts';

const minted = (seed: number): string =>
  fakeJwt({ aud: '1', jti: `k${seed}`, iat: 1_700_000_000 + seed, sub: String(seed), scopes: [] }, seed);

export const lemonSqueezy = [
  defineRule({
    id: 'lemon-squeezy-api-key',
    title: 'Lemon Squeezy API key',
    severity: 'critical',
    description: 'Full access to the stores of the account: orders, subscriptions, discounts, customers.',
    remediation: 'Delete the key under Settings › API of the Lemon Squeezy dashboard and create a new one.',
    references: ['https://docs.lemonsqueezy.com/api'],
    environment: ['LEMONSQUEEZY_API_KEY', 'LEMON_SQUEEZY_API_KEY'],
    supersedes: ['json-web-token'],
    anchors: ['eyJ'],
    pattern: new RegExp(
      `${START}(?<secret>eyJ${run(b64u, 10, 300)}\\.eyJ${run(b64u, 20, 2000)}\\.${run(b64u, 20, 1000)})(?![0-9A-Za-z_-])`,
    ),
    reach: { before: 128, after: 3400 },
    near: { words: ['lemonsqueezy', 'lemon_squeezy', 'lemon-squeezy', 'lemon squeezy'], bytes: 300 },
    judge: ({ secret }) =>
      decodeJwt(secret)
        ? because('a JSON Web Token beside the name of the vendor')
        : held('bad-structure', 'no JSON Web Token'),
    examples: () => ({
      leaks: [
        leak`LEMONSQUEEZY_API_KEY=${minted(1)}`,
        leakBetween('lemonSqueezySetup({ // lemonsqueezy.js\n  apiKey: "', minted(2), '",\n});'),
      ],
      clean: [`TOKEN=${minted(3)}`, 'LEMONSQUEEZY_API_KEY=eyJhbGciOi', 'lemonsqueezy: eyJ.eyJ.sig'],
    }),
  }),
];
