import {
  b62,
  b64u,
  decodesAsJwt,
  defineNamedRule,
  fake,
  fakeJwt,
  JWT,
  leak,
  mixed,
  run,
  whole,
} from '../src/rule-kit/index.ts';

const references = ['https://qdrant.tech/documentation/'] as const;
const remediation = 'Delete the key in the Qdrant Cloud console under API keys of the cluster, then issue a new one.';
const environment = ['QDRANT_API_KEY'];
const description = 'Reads, changes and deletes the collections of a cluster.';

export const qdrant = [
  defineNamedRule({
    id: 'qdrant-api-key',
    title: 'Qdrant API key (JWT)',
    severity: 'high',
    confidence: 'medium',
    description,
    remediation,
    references,
    environment,
    supersedes: ['json-web-token'],
    words: ['qdrant'],
    value: whole(JWT),
    judge: decodesAsJwt,
    examples: () => ({
      leaks: [
        leak`QDRANT_API_KEY=${fakeJwt({ access: 'm' }, 1)}`,
        leak`QdrantClient(url="https://x.cloud.qdrant.io", api_key="${fakeJwt({ access: 'r' }, 2)}")`,
      ],
      clean: [
        `API_TOKEN=${fakeJwt({ access: 'm' })}`,
        `QDRANT_API_KEY=eyJ${fake(b62, 20)}.eyJ${fake(b62, 40)}.${fake(b62, 43)}`,
      ],
    }),
  }),
  defineNamedRule({
    id: 'qdrant-legacy-api-key',
    title: 'Qdrant API key (older form)',
    severity: 'high',
    confidence: 'medium',
    description,
    remediation,
    references,
    environment,
    words: ['qdrant'],
    value: whole(run(b64u, 36, 60)),
    judge: mixed,
    examples: () => ({
      leaks: [leak`QDRANT_API_KEY=${fake(b62, 54, 1)}`, leak`QdrantClient(api_key="${fake(b64u, 54, 2)}")`],
      clean: [`API_KEY=${fake(b62, 54)}`, `QDRANT_API_KEY=${fake(b62, 20)}`, `QDRANT_API_KEY=${'x'.repeat(54)}`],
    }),
  }),
];
