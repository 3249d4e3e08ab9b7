import { b64, defineNamedRule, fake, leak, mixed, run, whole } from '../src/rule-kit/index.ts';

export const couchbase = [
  defineNamedRule({
    id: 'couchbase-capella-api-key',
    title: 'Couchbase Capella API key',
    severity: 'critical',
    confidence: 'medium',
    description: 'Acts on the organisation or project: clusters, users, data.',
    remediation: 'Revoke the key in Capella under Settings › API keys.',
    references: ['https://docs.couchbase.com/cloud/management-api-guide/'],
    environment: ['CAPELLA_API_KEY'],
    words: ['couchbase', 'capella'],
    value: whole(run(b64, 60, 120)),
    judge: mixed,
    examples: () => ({
      leaks: [leak`CAPELLA_API_KEY=${fake(b64, 64, 1)}`, leak`couchbase_api_secret: "${fake(b64, 64, 2)}"`],
      clean: [`TOKEN=${fake(b64, 64)}`, `CAPELLA_API_KEY=${fake(b64, 59)}`, `CAPELLA_API_KEY=${fake(b64, 121)}`],
    }),
  }),
];
