import { b62, defineRule, fake, hex, leak, run, token, withDigit } from '../src/rule-kit/index.ts';

export const promptlayer = [
  defineRule({
    id: 'promptlayer-api-key',
    title: 'PromptLayer API key',
    severity: 'high',
    confidence: 'medium',
    description: 'Reads and changes the prompts and logged requests of a workspace.',
    remediation: 'Delete the key at promptlayer.com under Settings, then issue a new one.',
    references: ['https://docs.promptlayer.com/'],
    environment: ['PROMPTLAYER_API_KEY'],
    anchors: ['pl_'],
    pattern: token('pl_', run(b62, 24, 80), b62),
    near: { words: ['promptlayer', 'prompt_layer'], bytes: 200 },
    judge: withDigit,
    examples: () => ({
      leaks: [
        leak`PROMPTLAYER_API_KEY=${`pl_${fake(hex, 32, 1)}`}`,
        leak`PromptLayer(api_key="${`pl_${fake(b62, 32, 2)}`}")`,
      ],
      clean: [`locale: pl_${fake(hex, 32)}`, `PROMPTLAYER_API_KEY=pl_${fake(hex, 12)}`],
    }),
  }),
];
