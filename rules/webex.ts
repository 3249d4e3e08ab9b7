import { b62, defineNamedRule, fake, fakeUuid, hex, leak, run, UUID, whole } from '../src/rule-kit/index.ts';

export const webex = [
  defineNamedRule({
    id: 'webex-token',
    title: 'Webex bot token or client secret',
    severity: 'high',
    description: 'A bot token reads and sends messages as the bot; a client secret stands in for the integration.',
    remediation: 'Regenerate the token or secret under My Webex Apps at developer.webex.com.',
    references: ['https://developer.webex.com/docs/bots'],
    environment: ['WEBEX_ACCESS_TOKEN', 'WEBEX_TEAMS_ACCESS_TOKEN', 'WEBEX_CLIENT_SECRET'],
    words: ['webex', 'ciscospark', 'cisco_spark'],
    names: /(?:webex|spark).*(?:token|secret|key)|(?:bot|access).?token|client.?secret/i,
    value: whole(`(?:${run(b62, 64)}(?:_[A-Z0-9]{4}_${UUID})?|${run(hex, 64)})`),
    examples: () => ({
      leaks: [
        leak`WEBEX_ACCESS_TOKEN=${`${fake(b62, 64)}_PF84_${fakeUuid(1)}`}`,
        leak`{ "webexClientSecret": "${fake(hex, 64, 2)}" }`,
      ],
      clean: [`WEBEX_ACCESS_TOKEN=${fake(b62, 60)}`, `access_token=${fake(b62, 64)}`],
    }),
  }),
];
