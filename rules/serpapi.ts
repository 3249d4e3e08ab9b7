import { defineNamedRule, fake, hex, leak, run, whole } from '../src/rule-kit/index.ts';

export const serpapi = [
  defineNamedRule({
    id: 'serpapi-api-key',
    title: 'SerpApi key',
    severity: 'medium',
    confidence: 'medium',
    description: 'Searches with the credits of the account, and reads its recent searches.',
    remediation: 'Regenerate the key at serpapi.com/manage-api-key.',
    references: ['https://serpapi.com/search-api'],
    environment: ['SERPAPI_API_KEY', 'SERPAPI_KEY'],
    words: ['serpapi', 'serp_api'],
    value: whole(run(hex, 64)),
    examples: () => ({
      leaks: [
        leak`SERPAPI_API_KEY=${fake(hex, 64, 1)}`,
        leak`from serpapi import GoogleSearch\napi_key = "${fake(hex, 64, 2)}"`,
      ],
      clean: [`API_KEY=${fake(hex, 64)}`, `SERPAPI_API_KEY=${fake(hex, 60)}`],
    }),
  }),
];
