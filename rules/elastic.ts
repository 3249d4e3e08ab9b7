import { b64, b64u, defineNamedRule, defineRule, fake, leak, run, structure, whole } from '../src/rule-kit/index.ts';

/** `id:api_key`, twenty and twenty-two characters: what the create call returns as `encoded`. */
const isIdAndKey = (secret: string): boolean =>
  /^[\w-]{20}:[\w-]{22}$/.test(Buffer.from(secret, 'base64').toString('latin1'));
const encoded = (seed: number): string =>
  Buffer.from(`${fake(b64u, 20, seed)}:${fake(b64u, 22, seed)}`).toString('base64');
const facts = {
  title: 'Elasticsearch API key',
  severity: 'high',
  description: 'Acts with the roles it was made with: often reads and changes every index of the cluster.',
  remediation: 'Invalidate the key under Stack Management › API keys in Kibana, then create one with fewer rights.',
  references: ['https://www.elastic.co/docs/deploy-manage/api-keys/elasticsearch-api-keys'],
  environment: ['ELASTIC_API_KEY', 'ELASTICSEARCH_API_KEY'],
} as const;

export const elastic = [
  defineNamedRule({
    ...facts,
    id: 'elastic-api-key',
    words: ['elastic', 'kibana'],
    value: whole(`${run(b64, 58)}==`),
    judge: structure('base64 of a key and its id', isIdAndKey),
    examples: () => ({
      leaks: [
        leak`ELASTIC_API_KEY=${encoded(1)}`,
        leak`new elasticsearch.Client({ auth: { apiKey: '${encoded(2)}' } })`,
      ],
      clean: [`ELASTIC_API_KEY=${fake(b64, 58)}==`, `api_key=${encoded(3)}`],
    }),
  }),
  defineRule({
    ...facts,
    id: 'elastic-api-key-header',
    title: 'Elasticsearch API key in a header',
    anchors: ['ApiKey '],
    pattern: new RegExp(`ApiKey (?<secret>${run(b64, 58)}==)`),
    judge: structure('base64 of a key and its id', isIdAndKey),
    examples: () => ({
      leaks: [
        leak`curl -H "Authorization: ApiKey ${encoded(4)}" https://localhost:9200`,
        leak`{ Authorization: 'ApiKey ${encoded(5)}' }`,
      ],
      clean: [`Authorization: ApiKey ${fake(b64, 58)}==`, `ApiKey ${encoded(6).slice(2)}`],
    }),
  }),
];
