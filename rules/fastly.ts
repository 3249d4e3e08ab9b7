import { b62, b64u, defineNamedRule, fake, held, leak, plausible, run, whole } from '../src/rule-kit/index.ts';

export const fastly = [
  defineNamedRule({
    id: 'fastly-api-token',
    title: 'Fastly API token',
    severity: 'high',
    description: 'Purges and changes the services of the account, as its scope allows: it can alter what visitors get.',
    remediation: 'Delete the token under Account › API tokens at manage.fastly.com, then create one with less scope.',
    references: ['https://www.fastly.com/documentation/reference/api/auth-tokens/'],
    environment: ['FASTLY_API_TOKEN', 'FASTLY_API_KEY', 'FASTLY_KEY'],
    words: ['fastly'],
    names: /fastly.*(?:token|key|secret)|^(?:api_?)?(?:token|key)$/i,
    value: whole(run(b64u, 32)),
    judge: (match) => (/[0-9]/.test(match.secret) && /[A-Za-z]/.test(match.secret) ? plausible : held('words')),
    examples: () => ({
      leaks: [leak`FASTLY_API_TOKEN=${`${fake(b64u, 31)}7`}`, leak`curl -H "Fastly-Key: ${`${fake(b62, 31, 2)}4`}"`],
      clean: [
        `FASTLY_API_TOKEN=${fake(b62, 31)}`,
        `api_token: ${fake(b62, 32)}`,
        'FASTLY_KEY=your-fastly-api-token-goes-here',
      ],
    }),
  }),
];
