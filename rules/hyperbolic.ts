import { b62, decodesAsJwt, defineNamedRule, fake, fakeJwt, JWT, leak, whole } from '../src/rule-kit/index.ts';

export const hyperbolic = [
  defineNamedRule({
    id: 'hyperbolic-api-key',
    title: 'Hyperbolic API key',
    severity: 'high',
    confidence: 'medium',
    description: 'Calls models and rents machines with the balance of the account.',
    remediation: 'Delete the key at app.hyperbolic.xyz under Settings › API key, then issue a new one.',
    references: ['https://docs.hyperbolic.xyz/'],
    environment: ['HYPERBOLIC_API_KEY'],
    supersedes: ['json-web-token'],
    words: ['hyperbolic'],
    value: whole(JWT),
    judge: decodesAsJwt,
    examples: () => ({
      leaks: [
        leak`HYPERBOLIC_API_KEY=${fakeJwt({ sub: 'someone', iat: 1700000000 }, 1)}`,
        leak`# https://api.hyperbolic.xyz/v1\napi_key = "${fakeJwt({ sub: 'else' }, 2)}"`,
      ],
      clean: [
        `API_TOKEN=${fakeJwt({ sub: 'someone' })}`,
        `HYPERBOLIC_API_KEY=eyJ${fake(b62, 20)}.eyJ${fake(b62, 40)}.${fake(b62, 43)}`,
      ],
    }),
  }),
];
