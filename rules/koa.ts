import { b62, defineRule, fake, fakePassword, judgePassword, leakIn } from '../src/rule-kit/index.ts';

export const koa = [
  defineRule({
    id: 'koa-session-key',
    title: 'Key that signs cookies of Koa or Egg',
    severity: 'high',
    confidence: 'medium',
    description: 'Makes the cookies and sessions of any user.',
    remediation: 'Replace the key, which ends all sessions, and read it from the environment.',
    references: ['https://github.com/koajs/koa/blob/master/docs/api/index.md#appkeys'],
    broad: true,
    anchors: ['app.keys = [', 'app.keys=[', 'config.keys = '],
    pattern:
      /(?:\bapp\.keys\s?=\s?\[\s{0,20}|\bconfig\.keys\s?=\s?(?:appInfo\.name\s?\+\s?)?)(?<quote>["'])(?<secret>(?:(?!\k<quote>)[^\n\s\\]){8,120})\k<quote>/,
    reach: { before: 4000, after: 260 },
    near: { words: ['koa', 'appinfo', 'egg'], bytes: 4000 },
    random: false,
    paths: /(?<!\.d)\.[cm]?[jt]s$/,
    judge: ({ secret, path }) => judgePassword(secret, path, 'signs cookies'),
    examples: () => ({
      leaks: [
        leakIn('src/app.js')`const Koa = require('koa');\nconst app = new Koa();\napp.keys = ['${fake(b62, 24, 1)}'];`,
        leakIn(
          'src/app.ts',
        )`import Koa from 'koa';\nconst app = new Koa();\napp.keys = ['${fakePassword(2, 14)}', 'b'];`,
        leakIn('config/base.js')`module.exports = (appInfo) => { config.keys = appInfo.name + '${fake(b62, 24, 3)}'; }`,
      ],
      clean: [
        { text: "const Koa = require('koa');\napp.keys = [process.env.KEY];", path: 'src/app.js' },
        { text: "const Koa = require('koa');\napp.keys = ['your-session-secret'];", path: 'src/app.js' },
        { text: `const map = require('map');\napp.keys = ['${fake(b62, 24, 4)}'];`, path: 'src/list.js' },
      ],
      notIn: ['values'],
    }),
  }),
];
