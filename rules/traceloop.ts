import { b62, defineRule, fake, hex, leak, run, token, withDigit } from '../src/rule-kit/index.ts';

export const traceloop = [
  defineRule({
    id: 'traceloop-api-key',
    title: 'Traceloop API key',
    severity: 'medium',
    confidence: 'medium',
    description: 'Writes traces to an environment, and reads the prompts kept there.',
    remediation: 'Delete the key at app.traceloop.com under Settings › API keys, then issue a new one.',
    references: ['https://www.traceloop.com/docs'],
    environment: ['TRACELOOP_API_KEY'],
    anchors: ['tl_'],
    pattern: token('tl_', run(b62, 24, 100), b62),
    near: { words: ['traceloop'], bytes: 200 },
    judge: withDigit,
    examples: () => ({
      leaks: [
        leak`TRACELOOP_API_KEY=${`tl_${fake(hex, 64, 1)}`}`,
        leak`Traceloop.init(api_key="${`tl_${fake(hex, 64, 2)}`}")`,
      ],
      clean: [`id: tl_${fake(hex, 64)}`, `traceloop ttl_${fake(hex, 64)}`],
    }),
  }),
];
