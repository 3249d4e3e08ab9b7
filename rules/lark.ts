import {
  b62,
  defineNamedRule,
  defineRule,
  fake,
  fakeUuid,
  hex,
  leak,
  leakBetween,
  run,
  UUID,
  whole,
} from '../src/rule-kit/index.ts';

const slash = String.raw`\\?/`;

export const lark = [
  defineNamedRule({
    id: 'lark-app-secret',
    title: 'Lark (Feishu) app secret',
    severity: 'high',
    confidence: 'medium',
    description:
      'With the app id it obtains tokens for the tenant: messages, documents, contacts within the app’s scopes.',
    remediation: 'Reset the secret on the credentials page of the app in the Lark or Feishu developer console.',
    references: ['https://open.larksuite.com/document', 'https://open.feishu.cn/document'],
    environment: ['LARK_APP_SECRET', 'FEISHU_APP_SECRET'],
    // `lark` alone stands within other words.
    words: ['=lark', 'feishu', 'larksuite', 'larkapp', 'larkbot', 'larkclient', 'lark_app', 'oapi.lark'],
    names: /secret/i,
    value: whole(run(b62, 32)),
    examples: () => ({
      leaks: [
        leak`LARK_APP_SECRET=${fake(b62, 32, 1)}`,
        leakBetween(`# open.feishu.cn\napp_id: cli_${fake(hex, 16)}\napp_secret: `, fake(b62, 32, 2), '\n'),
      ],
      clean: [
        `CLARK_SECRET=${fake(b62, 32)}`,
        `LARK_APP_ID=cli_${fake(hex, 16)}`,
        `FEISHU_APP_SECRET=${fake(b62, 20)}`,
      ],
    }),
  }),
  defineRule({
    id: 'lark-webhook',
    title: 'Lark (Feishu) bot webhook',
    severity: 'medium',
    description: 'Posts messages to one group chat.',
    remediation: 'Remove the custom bot from the group and add a new one.',
    references: ['https://open.larksuite.com/document'],
    anchors: ['open.feishu.cn', 'open.larksuite.com'],
    // The credential is the part of the path that the vendor makes.
    pattern: new RegExp(
      `open\\.(?:feishu\\.cn|larksuite\\.com)${slash}open-apis${slash}bot${slash}(?:v2${slash})?hook${slash}(?<secret>${UUID}|${run(b62, 32)})(?![0-9A-Za-z-])`,
    ),
    examples: () => ({
      leaks: [
        leak`FEISHU_WEBHOOK=https://open.feishu.cn/open-apis/bot/v2/hook/${fakeUuid(1)}`,
        leak`"https://open.larksuite.com/open-apis/bot/v2/hook/${fakeUuid(2)}"`,
      ],
      clean: [
        'https://open.feishu.cn/open-apis/bot/v2/hook/',
        'https://open.feishu.cn/open-apis/bot/v2/hook/your-token',
      ],
    }),
  }),
];
