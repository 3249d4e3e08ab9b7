import { b62, defineRule, fake, hex, leak, run, token } from '../src/rule-kit/index.ts';

export const baiduQianfan = [
  defineRule({
    id: 'baidu-qianfan-api-key',
    title: 'Baidu Qianfan API key',
    severity: 'high',
    description: 'Calls ERNIE and the other models of Qianfan at the expense of its Baidu AI Cloud account.',
    remediation: 'Delete the key in the Baidu AI Cloud console under API keys (IAM), then issue a new one.',
    references: ['https://cloud.baidu.com/doc/qianfan-api/'],
    environment: ['QIANFAN_API_KEY'],
    anchors: ['bce-v3/ALTAK-'],
    pattern: token('bce-v3/ALTAK-', `${run(b62, 21)}/${run(hex, 40)}`, b62),
    binary: true,
    examples: () => ({
      leaks: [
        leak`QIANFAN_API_KEY=${`bce-v3/ALTAK-${fake(b62, 21, 1)}/${fake(hex, 40, 1)}`}`,
        leak`Authorization: Bearer ${`bce-v3/ALTAK-${fake(b62, 21, 2)}/${fake(hex, 40, 2)}`}`,
      ],
      clean: [
        `bce-v3/ALTAK-${fake(b62, 21)}`,
        `bce-v3/ALTAK-${fake(b62, 21)}/${fake(hex, 39)}`,
        `ALTAK${fake(b62, 21)}`,
      ],
    }),
  }),
];
