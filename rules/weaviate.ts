import { b62, defineNamedRule, fake, leak, mixed, run, whole } from '../src/rule-kit/index.ts';

export const weaviate = [
  defineNamedRule({
    id: 'weaviate-api-key',
    title: 'Weaviate API key',
    severity: 'high',
    confidence: 'medium',
    description: 'Reads a cluster’s collections, and with an admin key changes and deletes them.',
    remediation: 'Rotate the key at console.weaviate.cloud in the cluster’s details.',
    references: ['https://docs.weaviate.io/'],
    environment: ['WEAVIATE_API_KEY'],
    words: ['weaviate'],
    value: whole(run(b62, 36, 54)),
    judge: mixed,
    examples: () => ({
      leaks: [leak`WEAVIATE_API_KEY=${fake(b62, 36, 1)}`, leak`import weaviate\nauth_key = "${fake(b62, 44, 2)}"`],
      clean: [`API_KEY=${fake(b62, 36)}`, `WEAVIATE_API_KEY=${fake(b62, 30)}`, `WEAVIATE_API_KEY=${'x'.repeat(36)}`],
    }),
  }),
];
