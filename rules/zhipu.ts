import { b62, defineNamedRule, fake, hex, leak, run, whole } from '../src/rule-kit/index.ts';

export const zhipu = [
  defineNamedRule({
    id: 'zhipu-api-key',
    title: 'Zhipu (Z.ai) API key',
    severity: 'high',
    description: 'Calls the GLM models with the balance of the account.',
    remediation: 'Delete the key at open.bigmodel.cn or z.ai under API keys, then issue a new one.',
    references: ['https://docs.z.ai/', 'https://docs.bigmodel.cn/'],
    environment: ['ZHIPU_API_KEY', 'ZHIPUAI_API_KEY', 'ZAI_API_KEY'],
    words: ['zhipu', 'bigmodel', 'z.ai', 'zai_api', 'glm'],
    value: whole(`${run(hex, 32)}\\.${run(b62, 16)}`),
    examples: () => ({
      leaks: [
        leak`ZHIPUAI_API_KEY=${`${fake(hex, 32, 1)}.${fake(b62, 16, 1)}`}`,
        leak`base_url: https://open.bigmodel.cn/api/paas/v4\napi_key: ${`${fake(hex, 32, 2)}.${fake(b62, 16, 2)}`}`,
        leak`{"ZAI_API_KEY":"${`${fake(hex, 32, 3)}.${fake(b62, 16, 3)}`}"}`,
      ],
      clean: [
        `API_KEY=${fake(hex, 32)}.${fake(b62, 16)}`,
        `ZHIPU_API_KEY=${fake(hex, 32)}`,
        `ZHIPU_API_KEY=${fake(hex, 32)}.${fake(b62, 15)}`,
      ],
    }),
  }),
];
