import { b62, defineNamedRule, fake, leak, mixed, run, whole } from '../src/rule-kit/index.ts';

export const zilliz = [
  defineNamedRule({
    id: 'zilliz-api-key',
    title: 'Zilliz Cloud (Milvus) API key',
    severity: 'high',
    confidence: 'medium',
    description: 'Reads, changes and deletes the collections of the clusters it was made for.',
    remediation: 'Reset the key in the Zilliz Cloud console under API Keys.',
    references: ['https://docs.zilliz.com/'],
    environment: ['ZILLIZ_API_KEY'],
    words: ['zilliz', 'milvus'],
    value: whole(run(b62, 36, 54)),
    judge: mixed,
    examples: () => ({
      leaks: [
        leak`ZILLIZ_API_KEY=${fake(b62, 40, 1)}`,
        leak`MilvusClient(uri="https://in01.zillizcloud.com", token="${fake(b62, 48, 2)}")`,
      ],
      clean: [`API_KEY=${fake(b62, 40)}`, `ZILLIZ_API_KEY=${fake(b62, 30)}`, 'MILVUS_TOKEN=root:Milvus'],
    }),
  }),
];
