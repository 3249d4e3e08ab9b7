import { b36l, b64u, defineRule, fake, hex, leak, run, token } from '../src/rule-kit/index.ts';
import { besideNameOf, ownedBy } from './sk.ts';

export const deepseek = [
  defineRule({
    id: 'deepseek-api-key',
    title: 'DeepSeek API key',
    severity: 'high',
    description: 'Calls the DeepSeek models with the balance of the account.',
    remediation: 'Delete the key at platform.deepseek.com/api_keys, then issue a new one.',
    references: ['https://api-docs.deepseek.com/'],
    environment: ['DEEPSEEK_API_KEY'],
    supersedes: ['sk-api-key'],
    anchors: ['sk-'],
    pattern: token('sk-', run(b36l, 32), b64u),
    reach: { before: 256, after: 512 },
    near: besideNameOf('deepseek'),
    judge: ownedBy('deepseek'),
    examples: () => ({
      leaks: [
        leak`DEEPSEEK_API_KEY=${`sk-${fake(hex, 32, 1)}`}`,
        leak`new OpenAI({ baseURL: 'https://api.deepseek.com', apiKey: '${`sk-${fake(hex, 32, 2)}`}' })`,
        leak`deepseek:\n  api_key: ${`sk-${fake(hex, 32, 3)}`}`,
      ],
      clean: [
        `LLM_API_KEY=sk-${fake(hex, 32)}`,
        `DEEPSEEK_URL=https://api.deepseek.com\nDASHSCOPE_API_KEY=sk-${fake(hex, 32)}`,
        `DEEPSEEK_API_KEY=sk-${fake(hex, 31)}`,
      ],
    }),
  }),
];
