import { b62, because, defineNamedRule, fake, leak, plausible, run, whole } from '../src/rule-kit/index.ts';

export const typesense = [
  defineNamedRule({
    id: 'typesense-admin-key',
    title: 'Typesense admin key',
    severity: 'high',
    description: 'Reads, changes and deletes every collection of the cluster, and makes other keys.',
    remediation: 'Generate a new admin key in the cluster settings, or restart the server with another one.',
    references: ['https://typesense.org/docs/guide/data-access-control.html'],
    environment: ['TYPESENSE_ADMIN_API_KEY', 'TYPESENSE_API_KEY'],
    words: ['typesense'],
    names: /^(?!.*(?:search.?(?:only|api|key)|public))(?:.*typesense.*(?:key|token|secret)|.*admin.*key|api_?key)$/i,
    value: whole(run(b62, 32, 64)),
    judge: (match) =>
      match.near(['searchonly', 'search-only', 'search_only'], 200)
        ? because('search-only keys have this shape', -1)
        : plausible,
    examples: () => ({
      leaks: [
        leak`TYPESENSE_ADMIN_API_KEY=${fake(b62, 32)}`,
        leak`new Typesense.Client({ apiKey: '${fake(b62, 48, 2)}' })`,
      ],
      clean: [`TYPESENSE_SEARCH_API_KEY=${fake(b62, 32)}`, `TYPESENSE_API_KEY=${fake(b62, 12)}`],
    }),
  }),
];
