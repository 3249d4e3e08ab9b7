import { b64u, defineRule, fake, hex, leak, run, token } from '../src/rule-kit/index.ts';
import { besideNameOf, ownedBy } from './sk.ts';

export const dashscope = [
  defineRule({
    id: 'dashscope-api-key',
    title: 'Alibaba Cloud Model Studio (DashScope) API key',
    severity: 'high',
    description: 'Calls Qwen and the other models of Model Studio at the expense of its Alibaba Cloud account.',
    remediation: 'Delete the key in the Model Studio console under API-KEY, then issue a new one.',
    references: ['https://www.alibabacloud.com/help/en/model-studio/'],
    environment: ['DASHSCOPE_API_KEY', 'ALIBABA_API_KEY'],
    supersedes: ['sk-api-key'],
    anchors: ['sk-'],
    pattern: token('sk-', run(hex, 32), b64u),
    reach: { before: 256, after: 512 },
    near: besideNameOf('dashscope'),
    judge: ownedBy('dashscope'),
    examples: () => ({
      leaks: [
        leak`DASHSCOPE_API_KEY=${`sk-${fake(hex, 32, 1)}`}`,
        leak`{"model":"qwen-max","api_key":"${`sk-${fake(hex, 32, 2)}`}"}`,
        leak`client = OpenAI(api_key="${`sk-${fake(hex, 32, 3)}`}", base_url="https://dashscope.aliyuncs.com/compatible-mode/v1")`,
      ],
      clean: [
        `LLM_API_KEY=sk-${fake(hex, 32)}`,
        `MODEL=qwen-max\nDEEPSEEK_API_KEY=sk-${fake(hex, 32)}`,
        `DASHSCOPE_API_KEY=sk-${fake(hex, 33)}`,
      ],
    }),
  }),
];
