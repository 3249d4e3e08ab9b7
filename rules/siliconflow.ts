import { b36l, b64u, defineRule, fake, leak, run, token } from '../src/rule-kit/index.ts';
import { besideNameOf, ownedBy } from './sk.ts';

export const siliconflow = [
  defineRule({
    id: 'siliconflow-api-key',
    title: 'SiliconFlow API key',
    severity: 'high',
    confidence: 'medium',
    description: 'Calls the models SiliconFlow serves with the balance of the account.',
    remediation: 'Delete the key at cloud.siliconflow.cn under API keys, then issue a new one.',
    references: ['https://docs.siliconflow.cn/'],
    environment: ['SILICONFLOW_API_KEY'],
    supersedes: ['sk-api-key'],
    anchors: ['sk-'],
    pattern: token('sk-', run(b36l, 48), b64u),
    reach: { before: 256, after: 512 },
    near: besideNameOf('siliconflow'),
    judge: ownedBy('siliconflow'),
    examples: () => ({
      leaks: [
        leak`SILICONFLOW_API_KEY=${`sk-${fake(b36l, 48, 1)}`}`,
        leak`{"url":"https://api.siliconflow.cn/v1","key":"${`sk-${fake(b36l, 48, 2)}`}"}`,
      ],
      clean: [`API_KEY=sk-${fake(b36l, 48)}`, `SILICONFLOW_API_KEY=sk-${fake(b36l, 40)}`],
    }),
  }),
];
