import { b62, defineRule, fake, leak, mixed, run, token } from '../src/rule-kit/index.ts';

export const jina = [
  defineRule({
    id: 'jina-api-key',
    title: 'Jina AI API key',
    severity: 'high',
    description: 'Uses the token balance of the account for embeddings, reranking and reading.',
    remediation: 'Delete the key at jina.ai in the API dashboard, then issue a new one.',
    references: ['https://jina.ai/'],
    environment: ['JINA_API_KEY'],
    anchors: ['jina_'],
    pattern: token('jina_', run(b62, 60), b62),
    binary: true,
    judge: mixed,
    examples: () => ({
      leaks: [
        leak`JINA_API_KEY=${`jina_${fake(b62, 60, 1)}`}`,
        leak`'Authorization': 'Bearer ${`jina_${fake(b62, 60, 2)}`}'`,
      ],
      clean: [
        `jina_${fake(b62, 59)}`,
        `jina_${fake(b62, 61)}`,
        'model: jina_embeddings_v3_base_en_with_a_long_name_to_fill_the_line_up',
      ],
    }),
  }),
];
