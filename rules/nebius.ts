import { b62, decodesAsJwt, defineNamedRule, fake, fakeJwt, JWT, leak, whole } from '../src/rule-kit/index.ts';

export const nebius = [
  defineNamedRule({
    id: 'nebius-api-key',
    title: 'Nebius API key',
    severity: 'high',
    confidence: 'medium',
    description: 'Calls the models of Nebius at the expense of the account.',
    remediation: 'Delete the key in the Nebius console under API keys, then issue a new one.',
    references: ['https://docs.nebius.com/'],
    environment: ['NEBIUS_API_KEY'],
    supersedes: ['json-web-token'],
    words: ['nebius'],
    value: whole(JWT),
    judge: decodesAsJwt,
    examples: () => ({
      leaks: [
        leak`NEBIUS_API_KEY=${fakeJwt({ sub: 'someone', iss: 'api-key-issuer' }, 1)}`,
        leak`base_url: https://api.studio.nebius.com/v1\napi_key: ${fakeJwt({ sub: 'else' }, 2)}`,
      ],
      clean: [
        `API_TOKEN=${fakeJwt({ sub: 'someone' })}`,
        `NEBIUS_API_KEY=eyJ${fake(b62, 20)}.eyJ${fake(b62, 40)}.${fake(b62, 43)}`,
      ],
    }),
  }),
];
