import { b62, decodesAsJwt, defineNamedRule, fake, fakeJwt, JWT, leak, whole } from '../src/rule-kit/index.ts';

export const octoai = [
  defineNamedRule({
    id: 'octoai-api-token',
    title: 'OctoAI API token (retired service)',
    severity: 'low',
    confidence: 'medium',
    description: 'Called models at the expense of the account. The service has ended.',
    remediation: 'Remove the token; the service that took it is gone.',
    references: ['https://octo.ai/'],
    environment: ['OCTOAI_TOKEN'],
    supersedes: ['json-web-token'],
    words: ['octoai', 'octo_ai', 'octoml'],
    value: whole(JWT),
    judge: decodesAsJwt,
    examples: () => ({
      leaks: [
        leak`OCTOAI_TOKEN=${fakeJwt({ sub: 'someone' }, 1)}`,
        leak`{"octoai_api_token":"${fakeJwt({ sub: 'else' }, 2)}"}`,
      ],
      clean: [
        `API_TOKEN=${fakeJwt({ sub: 'someone' })}`,
        `OCTOAI_TOKEN=eyJ${fake(b62, 20)}.eyJ${fake(b62, 40)}.${fake(b62, 43)}`,
      ],
    }),
  }),
];
