import { b64u, defineRule, fake, hex, leak, run, token } from '../src/rule-kit/index.ts';

export const firecrawl = [
  defineRule({
    id: 'firecrawl-api-key',
    title: 'Firecrawl API key',
    severity: 'high',
    description: 'Scrapes and crawls the web with the credits of the account.',
    remediation: 'Delete the key at firecrawl.dev under API Keys, then issue a new one.',
    references: ['https://docs.firecrawl.dev/'],
    environment: ['FIRECRAWL_API_KEY'],
    anchors: ['fc-'],
    pattern: token('fc-', run(hex, 32), b64u),
    near: { words: ['firecrawl', 'mendable'], bytes: 200 },
    examples: () => ({
      leaks: [
        leak`FIRECRAWL_API_KEY=${`fc-${fake(hex, 32, 1)}`}`,
        leak`new FirecrawlApp({ apiKey: '${`fc-${fake(hex, 32, 2)}`}' })`,
      ],
      clean: [`id: fc-${fake(hex, 32)}`, `FIRECRAWL_API_KEY=fc-${fake(hex, 31)}`, 'FIRECRAWL_API_KEY=fc-YOUR_API_KEY'],
    }),
  }),
];
