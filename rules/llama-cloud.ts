import { b62, b64u, defineRule, fake, leak, mixed, run, token } from '../src/rule-kit/index.ts';

export const llamaCloud = [
  defineRule({
    id: 'llama-cloud-api-key',
    title: 'LlamaCloud API key',
    severity: 'high',
    description: 'Parses documents with the credits of the project, and reads its indexes and files.',
    remediation: 'Delete the key at cloud.llamaindex.ai under API Key, then issue a new one.',
    references: ['https://docs.cloud.llamaindex.ai/'],
    environment: ['LLAMA_CLOUD_API_KEY'],
    anchors: ['llx-'],
    pattern: token('llx-', run(b64u, 48), b64u),
    binary: true,
    judge: mixed,
    examples: () => ({
      leaks: [
        leak`LLAMA_CLOUD_API_KEY=${`llx-${fake(b62, 48, 1)}`}`,
        leak`LlamaParse(api_key="${`llx-${fake(b64u, 48, 2)}`}")`,
      ],
      clean: [`llx-${fake(b62, 47)}`, `llx-${fake(b62, 49)}`, `llx-${'x'.repeat(48)}`],
    }),
  }),
];
