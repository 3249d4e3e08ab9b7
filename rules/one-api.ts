import { b62, b64u, defineRule, fake, leak, run, token } from '../src/rule-kit/index.ts';
import { besideNameOf, ownedBy } from './sk.ts';

export const oneApi = [
  defineRule({
    id: 'one-api-key',
    title: 'One API gateway key',
    severity: 'high',
    confidence: 'medium',
    description: 'Calls every model behind a One API or New API gateway with the quota of its owner.',
    remediation: 'Delete the token in the gateway’s own console, then issue a new one.',
    references: ['https://github.com/songquanpeng/one-api'],
    supersedes: ['sk-api-key'],
    anchors: ['sk-'],
    pattern: token('sk-', run(b62, 48), b64u),
    reach: { before: 256, after: 512 },
    near: besideNameOf('oneApi'),
    judge: ownedBy('oneApi'),
    examples: () => ({
      leaks: [
        leak`ONE_API_KEY=${`sk-${fake(b62, 48, 1)}`}`,
        leak`OPENAI_BASE_URL=https://one-api.example.net/v1\nOPENAI_API_KEY=${`sk-${fake(b62, 48, 2)}`}`,
      ],
      clean: [`OPENAI_API_KEY=sk-${fake(b62, 48)}`, `ONE_API_KEY=sk-${fake(b62, 32)}`],
    }),
  }),
];
