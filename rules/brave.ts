import { b64u, defineRule, fake, leak, mixed, run, token } from '../src/rule-kit/index.ts';

export const brave = [
  defineRule({
    id: 'brave-search-api-key',
    title: 'Brave Search API key',
    severity: 'medium',
    description: 'Searches the web within the plan of the account.',
    remediation: 'Delete the key at api-dashboard.search.brave.com under API Keys, then issue a new one.',
    references: ['https://api-dashboard.search.brave.com/app/documentation'],
    environment: ['BRAVE_API_KEY', 'BRAVE_SEARCH_API_KEY'],
    anchors: ['BSA'],
    pattern: token('BSA', run(b64u, 24, 40), b64u),
    near: { words: ['brave', 'x-subscription-token'], bytes: 200 },
    judge: mixed,
    examples: () => ({
      leaks: [
        leak`BRAVE_API_KEY=${`BSA${fake(b64u, 28, 1)}`}`,
        leak`X-Subscription-Token: ${`BSA${fake(b64u, 28, 2)}`}`,
      ],
      clean: [
        `API_KEY=BSA${fake(b64u, 28)}`,
        `BRAVE_API_KEY=BSA${fake(b64u, 20)}`,
        `BRAVE_API_KEY=BSA${'x'.repeat(28)}`,
      ],
    }),
  }),
];
