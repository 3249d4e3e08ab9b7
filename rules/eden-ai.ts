import { decodesAsJwt, defineNamedRule, fakeJwt, fakeUuid, JWT, leak, whole } from '../src/rule-kit/index.ts';

export const edenAi = [
  defineNamedRule({
    id: 'eden-ai-api-key',
    title: 'Eden AI API key',
    severity: 'high',
    description: 'Calls models of every vendor with the credits of the account.',
    remediation: 'Delete the token at app.edenai.run under API settings, then issue a new one.',
    references: ['https://docs.edenai.co/'],
    environment: ['EDENAI_API_KEY'],
    supersedes: ['json-web-token'],
    words: ['edenai', 'eden_ai', 'eden-ai'],
    value: whole(JWT),
    judge: decodesAsJwt,
    examples: () => ({
      leaks: [
        leak`EDENAI_API_KEY=${fakeJwt({ user_id: fakeUuid(1), type: 'api_token' }, 1)}`,
        leak`// https://api.edenai.run\nconst token = "${fakeJwt({ user_id: fakeUuid(2), type: 'api_token' }, 2)}";`,
      ],
      clean: [`API_TOKEN=${fakeJwt({ sub: 'someone' })}`, `EDENAI_API_KEY=${fakeUuid(3)}`],
    }),
  }),
];
