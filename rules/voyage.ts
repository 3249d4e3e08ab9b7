import { b64u, defineRule, fake, leak, mixed, run, token } from '../src/rule-kit/index.ts';

const references = ['https://docs.voyageai.com/docs/api-key-and-installation'] as const;

export const voyage = [
  defineRule({
    id: 'voyage-api-key',
    title: 'Voyage AI API key',
    severity: 'high',
    description: 'Calls the embedding and reranking models at the expense of the account.',
    remediation:
      'Delete the key at dash.voyageai.com (or in Atlas, for keys that begin with `al-`), then issue a new one.',
    references,
    environment: ['VOYAGE_API_KEY'],
    anchors: ['pa-', 'al-'],
    pattern: token(['pa-', 'al-'], run(b64u, 43), b64u),
    near: { words: ['voyage'], bytes: 200 },
    judge: mixed,
    examples: () => ({
      leaks: [
        leak`VOYAGE_API_KEY=${`pa-${fake(b64u, 43, 1)}`}`,
        leak`voyageai.Client(api_key="${`pa-${fake(b64u, 43, 2)}`}")`,
        leak`{"voyage": {"key": "${`al-${fake(b64u, 43, 3)}`}"}}`,
      ],
      clean: [
        `API_KEY=pa-${fake(b64u, 43)}`,
        `VOYAGE_API_KEY=pa-${fake(b64u, 42)}`,
        `voyage grandpa-${fake(b64u, 43)}`,
      ],
    }),
  }),
];
