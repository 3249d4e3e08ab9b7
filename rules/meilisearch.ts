import { b62, b64u, defineNamedRule, fake, held, hex, leak, plausible, run, whole } from '../src/rule-kit/index.ts';

export const meilisearch = [
  defineNamedRule({
    id: 'meilisearch-key',
    title: 'Meilisearch master or admin key',
    severity: 'high',
    description: 'Reads, changes and deletes every index; the master key also makes other keys.',
    remediation: 'Start the server with a new master key: all keys made from the old one stop working.',
    references: ['https://www.meilisearch.com/docs/learn/security/basic_security'],
    environment: ['MEILI_MASTER_KEY', 'MEILISEARCH_API_KEY'],
    words: ['meili'],
    names: /^(?!.*(?:search.?key|public))(?:.*meili.*(?:key|token|secret)|.*master.?key|api_?key)$/i,
    value: whole(run(b64u, 32, 64)),
    judge: (match) => (/[0-9]/.test(match.secret) && !match.secret.includes('--') ? plausible : held('words')),
    examples: () => ({
      leaks: [leak`MEILI_MASTER_KEY=${`${fake(b62, 42)}7`}`, leak`new MeiliSearch({ apiKey: '${fake(hex, 64, 2)}' })`],
      clean: [
        `MEILI_MASTER_KEY=${fake(b62, 12)}`,
        `api_key=${fake(hex, 64)}`,
        'MEILI_MASTER_KEY=please-change-this-master-key-now-ok',
      ],
    }),
  }),
];
