import { b36l, b64u, defineRule, fake, leak, run, token, withDigit } from '../src/rule-kit/index.ts';

export const cerebras = [
  defineRule({
    id: 'cerebras-api-key',
    title: 'Cerebras API key',
    severity: 'high',
    description: 'Calls the models Cerebras serves at the expense of its organisation.',
    remediation: 'Delete the key at cloud.cerebras.ai under API keys, then issue a new one.',
    references: ['https://inference-docs.cerebras.ai/'],
    environment: ['CEREBRAS_API_KEY'],
    anchors: ['csk-'],
    pattern: token('csk-', run(b36l, 48), b64u),
    binary: true,
    judge: withDigit,
    examples: () => ({
      leaks: [
        leak`CEREBRAS_API_KEY=${`csk-${fake(b36l, 48, 1)}`}`,
        leak`Cerebras(api_key="${`csk-${fake(b36l, 48, 2)}`}")`,
      ],
      clean: [`csk-${fake(b36l, 47)}`, `csk-${fake(b36l, 49)}`, `csk-${'x'.repeat(48)}`],
    }),
  }),
];
