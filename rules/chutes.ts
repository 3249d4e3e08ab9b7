import { alone, b62, b64u, defineRule, fake, hex, leak, withDigit } from '../src/rule-kit/index.ts';

export const chutes = [
  defineRule({
    id: 'chutes-api-key',
    title: 'Chutes API key',
    severity: 'high',
    confidence: 'medium',
    description: 'Calls and deploys models with the balance of the account.',
    remediation: 'Delete the key at chutes.ai under API keys, then issue a new one.',
    references: ['https://chutes.ai/docs'],
    environment: ['CHUTES_API_KEY', 'CHUTES_API_TOKEN'],
    anchors: ['cpk_'],
    pattern: alone('cpk_[0-9A-Za-z.]{24,140}', b64u),
    near: { words: ['chutes'], bytes: 200 },
    judge: withDigit,
    examples: () => ({
      leaks: [
        leak`CHUTES_API_KEY=${`cpk_${fake(hex, 32, 1)}.${fake(hex, 32, 2)}.${fake(b62, 32, 3)}`}`,
        leak`base_url: https://llm.chutes.ai/v1\nkey: "${`cpk_${fake(b62, 48, 4)}`}"`,
      ],
      clean: [`id: cpk_${fake(b62, 48)}`, `CHUTES_API_KEY=cpk_${fake(b62, 12)}`],
    }),
  }),
];
