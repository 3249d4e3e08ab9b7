import { alone, b62, b64u, defineRule, fake, leak, mixed } from '../src/rule-kit/index.ts';

export const xai = [
  defineRule({
    id: 'xai-api-key',
    title: 'xAI API key',
    severity: 'high',
    description: 'Calls the Grok models at the expense of its team.',
    remediation: 'Delete the key at console.x.ai under API Keys, then issue a new one.',
    references: ['https://docs.x.ai/'],
    environment: ['XAI_API_KEY'],
    anchors: ['xai-'],
    pattern: alone(`xai-[0-9A-Za-z_]{80}`, b64u),
    binary: true,
    judge: mixed,
    examples: () => ({
      leaks: [
        leak`XAI_API_KEY=${`xai-${fake(b62, 80, 1)}`}`,
        leak`const xai = createXai({ apiKey: '${`xai-${fake(b62, 80, 2)}`}' });`,
      ],
      clean: [`xai-${fake(b62, 79)}`, `maxai-${fake(b62, 80)}`, `xai-${'x'.repeat(80)}`],
    }),
  }),
];
