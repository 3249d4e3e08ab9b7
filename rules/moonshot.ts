import { b62, b64u, defineRule, fake, leak, run, token } from '../src/rule-kit/index.ts';
import { besideNameOf, ownedBy } from './sk.ts';

export const moonshot = [
  defineRule({
    id: 'moonshot-api-key',
    title: 'Moonshot AI (Kimi) API key',
    severity: 'high',
    description: 'Calls the Kimi models with the balance of the account.',
    remediation: 'Delete the key at platform.moonshot.ai (or .cn) under API keys, then issue a new one.',
    references: ['https://platform.moonshot.ai/docs'],
    environment: ['MOONSHOT_API_KEY'],
    supersedes: ['sk-api-key'],
    anchors: ['sk-'],
    pattern: token('sk-', run(b64u, 48), b64u),
    reach: { before: 256, after: 512 },
    near: besideNameOf('moonshot'),
    judge: ownedBy('moonshot'),
    examples: () => ({
      leaks: [
        leak`MOONSHOT_API_KEY=${`sk-${fake(b62, 48, 1)}`}`,
        leak`const kimi = new OpenAI({ apiKey: "${`sk-${fake(b62, 48, 2)}`}" });`,
        leak`base_url: https://api.moonshot.cn/v1\napi_key: ${`sk-${fake(b62, 48, 3)}`}`,
      ],
      clean: [
        `API_KEY=sk-${fake(b62, 48)}`,
        `MODEL=kimi-k2\nSTABILITY_API_KEY=sk-${fake(b62, 48)}`,
        `MOONSHOT_API_KEY=sk-${fake(b62, 47)}`,
      ],
    }),
  }),
];
