import { b62, defineRule, fake, hex, leak, leakBetween, run, token } from '../src/rule-kit/index.ts';

const references = ['https://open.dingtalk.com/document/'] as const;
const slash = String.raw`\\?/`;

export const dingtalk = [
  defineRule({
    id: 'dingtalk-signing-secret',
    title: 'DingTalk robot signing secret',
    severity: 'medium',
    description: 'Signs the messages of a group robot; with its webhook it posts to the group.',
    remediation: 'Remove the custom robot from the group and add a new one.',
    references,
    environment: ['DINGTALK_SECRET'],
    anchors: ['SEC'],
    pattern: token('SEC', run(hex, 64), b62),
    near: { words: ['dingtalk', 'dingding', 'ding_', 'dingbot'], bytes: 300 },
    examples: () => ({
      leaks: [
        leak`DINGTALK_SECRET=${`SEC${fake(hex, 64, 1)}`}`,
        leakBetween('# https://oapi.dingtalk.com/robot\nsecret: ', `SEC${fake(hex, 64, 2)}`),
      ],
      clean: [`SECRET=SEC${fake(hex, 64)}`, `DINGTALK_SECRET=SEC${fake(hex, 40)}`],
    }),
  }),
  defineRule({
    id: 'dingtalk-webhook',
    title: 'DingTalk robot webhook',
    severity: 'medium',
    description: 'Posts messages to one group, unless the robot asks for a signature as well.',
    remediation: 'Remove the custom robot from the group and add a new one.',
    references,
    environment: ['DINGTALK_WEBHOOK'],
    anchors: ['oapi.dingtalk.com'],
    // The credential is the part of the address that the vendor makes.
    pattern: new RegExp(
      `oapi\\.dingtalk\\.com${slash}robot${slash}send\\?access_token=(?<secret>${run(hex, 64)})(?![0-9A-Za-z])`,
    ),
    examples: () => ({
      leaks: [
        leak`DINGTALK_WEBHOOK=https://oapi.dingtalk.com/robot/send?access_token=${fake(hex, 64, 1)}`,
        leak`url: "https://oapi.dingtalk.com/robot/send?access_token=${fake(hex, 64, 2)}"`,
      ],
      clean: [
        'https://oapi.dingtalk.com/robot/send?access_token=xxx',
        `https://oapi.dingtalk.com/robot/send?access_token=${fake(hex, 20)}`,
      ],
    }),
  }),
];
