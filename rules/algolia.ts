import { defineNamedRule, fake, hex, isPublic, leak, plausible, run, whole } from '../src/rule-kit/index.ts';

const references = ['https://www.algolia.com/doc/guides/security/api-keys/'] as const;
const remediation = 'Regenerate the admin key, or delete the key, under Settings › API Keys in Algolia.';
/** What stands beside a key that pages search with. */
const searchOnly = ['searchonly', 'search-only', 'search_only', 'docsearch', 'indexname', 'searchkey', 'search_key'];

/** Ten letters and digits, as `initialize` of the client takes it before the key. */
const application = {
  what: 'the application id',
  pattern: /(?:[Aa]pp(?:lication)?|APP(?:LICATION)?)[-_ ]?(?:[Ii]d|ID)\W{1,8}(?<id>[0-9A-Z]{10})(?![0-9A-Za-z])/,
};

export const algolia = [
  defineNamedRule({
    id: 'algolia-admin-key',
    title: 'Algolia admin or write key',
    severity: 'high',
    description: 'Changes and deletes indices of the application; the admin key also makes other keys.',
    remediation,
    references,
    partner: application,
    environment: ['ALGOLIA_ADMIN_KEY', 'ALGOLIA_ADMIN_API_KEY', 'ALGOLIA_WRITE_API_KEY'],
    words: ['algolia'],
    names: /algolia.*(?:admin|write|secret|master|private)|(?:admin|write|master).?(?:api.?)?key/i,
    value: whole(run(hex, 32)),
    examples: () => ({
      leaks: [leak`ALGOLIA_ADMIN_KEY=${fake(hex, 32)}`, leak`algolia: { writeApiKey: '${fake(hex, 32, 2)}' }`],
      clean: [
        `ALGOLIA_ADMIN_KEY=${fake(hex, 31)}`,
        `ADMIN_KEY=${fake(hex, 32)}`,
        `ALGOLIA_SEARCH_KEY=${fake(hex, 32)}`,
      ],
    }),
  }),
  defineNamedRule({
    id: 'algolia-api-key',
    title: 'Algolia API key of unknown rights',
    severity: 'medium',
    confidence: 'medium',
    description: 'May be the admin key: it has the same shape as the public search-only key.',
    remediation,
    references,
    partner: application,
    environment: ['ALGOLIA_API_KEY'],
    words: ['algolia'],
    names: /^(?!.*(?:search|admin|write|secret|master|private|public))(?:.*algolia.*(?:key|token)|api_?key)$/i,
    value: whole(run(hex, 32)),
    judge: (match) => (match.near(searchOnly, 400) ? isPublic('stands where a page searches') : plausible),
    examples: () => ({
      leaks: [leak`ALGOLIA_API_KEY=${fake(hex, 32)}`, leak`algolia:\n- api_key: "${fake(hex, 32, 2)}"`],
      clean: [
        `ALGOLIA_API_KEY=${fake(hex, 33)}`,
        `algolia: { apiKey: '${fake(hex, 32)}', indexName: 'docs' }`,
        `apiKey: '${fake(hex, 32)}'`,
      ],
    }),
  }),
  defineNamedRule({
    id: 'algolia-search-key',
    title: 'Algolia search-only key',
    severity: 'note',
    description: 'Searches the indices of the application.',
    remediation: 'Nothing has to be done: the search-only key is made for pages.',
    references,
    environment: ['ALGOLIA_SEARCH_KEY', 'NEXT_PUBLIC_ALGOLIA_SEARCH_KEY'],
    words: ['algolia'],
    names: /algolia.*(?:search|public)|^search_?(?:only_?)?(?:api_?)?key$/i,
    value: whole(run(hex, 32)),
    judge: () => isPublic('a search-only key can only search'),
    examples: () => ({
      leaks: [leak`NEXT_PUBLIC_ALGOLIA_SEARCH_KEY=${fake(hex, 32)}`, leak`algoliaSearchApiKey: '${fake(hex, 32, 2)}'`],
      clean: [`ALGOLIA_SEARCH_KEY=${fake(hex, 31)}`, `searchApiKey: '${fake(hex, 32)}'`],
    }),
  }),
];
