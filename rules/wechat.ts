import { defineNamedRule, fake, hex, leak, leakBetween, run, whole } from '../src/rule-kit/index.ts';

export const wechat = [
  defineNamedRule({
    id: 'wechat-app-secret',
    title: 'WeChat app secret',
    severity: 'high',
    confidence: 'medium',
    description:
      'With the app id it obtains tokens of the mini program or official account: users, messages, payments set up there.',
    remediation: 'Reset the AppSecret on the development settings page of the WeChat platform.',
    references: ['https://developers.weixin.qq.com/doc/'],
    environment: ['WECHAT_APP_SECRET', 'WX_APP_SECRET'],
    words: ['wechat', 'weixin', 'wxapp', 'wxsecret'],
    names: /secret/i,
    value: whole(run(hex, 32)),
    examples: () => ({
      leaks: [
        leak`WECHAT_APP_SECRET=${fake(hex, 32, 1)}`,
        leakBetween(
          `// api.weixin.qq.com\nconst appid = 'wx${fake(hex, 16)}';\nconst secret = '`,
          fake(hex, 32, 2),
          "';",
        ),
      ],
      clean: [`APP_SECRET=${fake(hex, 32)}`, `WECHAT_APP_ID=wx${fake(hex, 16)}`],
    }),
  }),
];
