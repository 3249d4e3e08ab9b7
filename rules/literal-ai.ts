import { b62, b64u, defineRule, fake, leak, mixed, run, token } from '../src/rule-kit/index.ts';

export const literalAi = [
  defineRule({
    id: 'literal-ai-api-key',
    title: 'Literal AI API key',
    severity: 'high',
    confidence: 'medium',
    description: 'Reads and writes the threads, prompts and data sets of a project.',
    remediation: 'Delete the key in Literal AI under the project’s settings, then issue a new one.',
    references: ['https://docs.literalai.com/'],
    environment: ['LITERAL_API_KEY'],
    anchors: ['lsk_'],
    pattern: token('lsk_', run(b64u, 24, 80), b64u),
    near: { words: ['literal'], bytes: 200 },
    judge: mixed,
    examples: () => ({
      leaks: [
        leak`LITERAL_API_KEY=${`lsk_${fake(b62, 40, 1)}`}`,
        leak`new LiteralClient({ apiKey: '${`lsk_${fake(b62, 40, 2)}`}' })`,
      ],
      clean: [`id: lsk_${fake(b62, 40)}`, `LITERAL_API_KEY=lsk_${fake(b62, 12)}`, `literal folsk_${fake(b62, 40)}`],
    }),
  }),
];
