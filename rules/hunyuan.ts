import { b62, b64u, defineRule, fake, leak, run, token } from '../src/rule-kit/index.ts';
import { besideNameOf, ownedBy } from './sk.ts';

export const hunyuan = [
  defineRule({
    id: 'hunyuan-api-key',
    title: 'Tencent Hunyuan API key',
    severity: 'high',
    confidence: 'medium',
    description: 'Calls the Hunyuan models at the expense of its Tencent Cloud account.',
    remediation: 'Delete the key in the Hunyuan console of Tencent Cloud, then issue a new one.',
    references: ['https://cloud.tencent.com/document/product/1729'],
    environment: ['HUNYUAN_API_KEY'],
    supersedes: ['sk-api-key'],
    anchors: ['sk-'],
    pattern: token('sk-', run(b62, 48), b64u),
    reach: { before: 256, after: 512 },
    near: besideNameOf('hunyuan'),
    judge: ownedBy('hunyuan'),
    examples: () => ({
      leaks: [
        leak`HUNYUAN_API_KEY=${`sk-${fake(b62, 48, 1)}`}`,
        leak`OpenAI(base_url="https://api.hunyuan.cloud.tencent.com/v1", api_key="${`sk-${fake(b62, 48, 2)}`}")`,
      ],
      clean: [`API_KEY=sk-${fake(b62, 48)}`, `HUNYUAN_API_KEY=sk-${fake(b62, 46)}`],
    }),
  }),
];
