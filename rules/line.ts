import { b64, defineNamedRule, fake, hex, leak, leakBetween, run, whole } from '../src/rule-kit/index.ts';

const facts = {
  severity: 'high',
  confidence: 'medium',
  references: ['https://developers.line.biz/en/docs/messaging-api/'],
  // `line` alone is a word of every program: the name itself must say whose channel it is.
  neighbours: false,
} as const;

export const line = [
  defineNamedRule({
    ...facts,
    id: 'line-channel-access-token',
    title: 'LINE channel access token',
    description: 'Sends messages as the LINE official account and reads the profiles of its friends.',
    remediation: 'Reissue the token on the Messaging API page of the channel in the LINE developers console.',
    environment: ['LINE_CHANNEL_ACCESS_TOKEN'],
    words: ['=line', 'linechannel', 'lineaccess', 'linebot', 'linemessaging', 'linetoken', 'channelaccesstoken'],
    names: /token|key/i,
    value: whole(`${run(b64, 171)}=`),
    examples: () => ({
      leaks: [
        leak`LINE_CHANNEL_ACCESS_TOKEN=${`${fake(b64, 171, 1)}=`}`,
        leakBetween("const config = { channelAccessToken: '", `${fake(b64, 171, 2)}=`, "' };"),
      ],
      clean: [`COMMAND_LINE_KEY=${fake(b64, 171)}=`, `LINE_CHANNEL_ACCESS_TOKEN=${fake(b64, 100)}`],
    }),
  }),
  defineNamedRule({
    ...facts,
    id: 'line-channel-secret',
    title: 'LINE channel secret',
    description: 'Signs webhook events as LINE would and obtains tokens of the channel.',
    remediation: 'Reissue the secret on the basic settings page of the channel in the LINE developers console.',
    environment: ['LINE_CHANNEL_SECRET'],
    words: ['=line', 'linechannel', 'linebot', 'linelogin'],
    names: /secret/i,
    value: whole(run(hex, 32)),
    examples: () => ({
      leaks: [
        leak`LINE_CHANNEL_SECRET=${fake(hex, 32, 1)}`,
        leakBetween('{ "lineBotSecret": "', fake(hex, 32, 2), '" }'),
      ],
      clean: [`# line\nCHANNEL_SECRET=${fake(hex, 32)}`, `LINE_CHANNEL_SECRET=${fake(hex, 24)}`],
    }),
  }),
];
