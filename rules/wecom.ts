import { defineRule, fake, fakeUuid, hex, leak, UUID } from '../src/rule-kit/index.ts';

const slash = String.raw`\\?/`;

export const wecom = [
  defineRule({
    id: 'wecom-webhook',
    title: 'WeCom group robot webhook',
    severity: 'medium',
    description: 'Posts messages and files to one group.',
    remediation: 'Remove the robot from the group and add a new one.',
    references: ['https://developer.work.weixin.qq.com/document/'],
    environment: ['WECOM_WEBHOOK'],
    anchors: ['qyapi.weixin.qq.com'],
    // The credential is the part of the address that the vendor makes.
    pattern: new RegExp(
      `qyapi\\.weixin\\.qq\\.com${slash}cgi-bin${slash}webhook${slash}(?:send|upload_media)\\?key=(?<secret>${UUID})(?![0-9A-Za-z-])`,
    ),
    examples: () => ({
      leaks: [
        leak`WECOM_WEBHOOK=https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=${fakeUuid(1)}`,
        leak`"https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=${fakeUuid(2)}&debug=1"`,
      ],
      clean: [
        'https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=KEY',
        `https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=${fake(hex, 32)}`,
      ],
    }),
  }),
];
