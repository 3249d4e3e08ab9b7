import { alone, b62, b64u, defineRule, fake, held, leak, plausible, run } from '../src/rule-kit/index.ts';

export const tavily = [
  defineRule({
    id: 'tavily-api-key',
    title: 'Tavily API key',
    severity: 'high',
    description: 'Searches and crawls the web with the credits of the account.',
    remediation: 'Delete the key at app.tavily.com, then issue a new one.',
    references: ['https://docs.tavily.com/'],
    environment: ['TAVILY_API_KEY'],
    anchors: ['tvly-'],
    pattern: alone(`tvly-(?:(?:dev|prod)-)?${run(b64u, 32, 50)}`, b64u),
    judge: (match) =>
      /[A-Z]/.test(match.secret) && /[0-9]/.test(match.secret) ? plausible : held('words', 'no digit or capital'),
    examples: () => ({
      leaks: [
        leak`TAVILY_API_KEY=${`tvly-${fake(b62, 32, 1)}`}`,
        leak`tavily({ apiKey: "${`tvly-dev-${fake(b62, 32, 2)}`}" })`,
        leak`{"key":"${`tvly-${fake(b62, 40, 3)}`}"}`,
      ],
      clean: [
        `tvly-${fake(b62, 20)}`,
        `tvly-${'x'.repeat(32)}`,
        'TAVILY_API_KEY=tvly-put-your-own-key-here-before-you-start',
      ],
    }),
  }),
];
