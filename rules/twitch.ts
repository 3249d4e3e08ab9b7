import { b36l, defineNamedRule, fake, leak, leakBetween, run, whole } from '../src/rule-kit/index.ts';

export const twitch = [
  defineNamedRule({
    id: 'twitch-token',
    title: 'Twitch client secret or access token',
    severity: 'high',
    confidence: 'medium',
    description:
      'Obtains tokens in the name of the app, or acts for the account that authorised it: chat, stream settings.',
    remediation:
      'Generate a new secret under Applications of the Twitch developer console; revoke tokens at id.twitch.tv/oauth2/revoke.',
    references: ['https://dev.twitch.tv/docs/authentication/'],
    environment: ['TWITCH_CLIENT_SECRET', 'TWITCH_ACCESS_TOKEN', 'TWITCH_OAUTH_TOKEN'],
    words: ['twitch'],
    names: /secret|token|pass|oauth/i,
    // Chat clients write `oauth:` before the token.
    value: whole(`(?:oauth:)?${run(b36l, 30)}`),
    examples: () => ({
      leaks: [
        leak`TWITCH_CLIENT_SECRET=${fake(b36l, 30, 1)}`,
        leakBetween(
          'new tmi.Client({ channels: ["twitch"], identity: { password: "',
          `oauth:${fake(b36l, 30, 2)}`,
          '" } })',
        ),
      ],
      clean: [
        `CLIENT_SECRET=${fake(b36l, 30)}`,
        `TWITCH_CLIENT_ID=${fake(b36l, 30)}`,
        `TWITCH_TOKEN=${fake(b36l, 20)}`,
      ],
    }),
  }),
];
