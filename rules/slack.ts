import {
  type Alphabet,
  b36u,
  b62,
  b64u,
  defineNamedRule,
  defineRule,
  dig,
  fake,
  hex,
  hexi,
  leak,
  leakBetween,
  run,
  token,
  whole,
} from '../src/rule-kit/index.ts';

const references = ['https://docs.slack.dev/authentication/tokens'] as const;
const environment = ['SLACK_BOT_TOKEN', 'SLACK_TOKEN'];
const revoke = 'Revoke it with the `auth.revoke` method or under api.slack.com/apps, then reinstall the app.';

/** A cookie value: base 64, often percent-encoded. */
const cookie: Alphabet = { characters: b62.characters, inClass: `${b62.inClass}%+/=_-` };

const fakeBot = (seed: number): string => `xoxb-${fake(dig, 12, seed)}-${fake(dig, 13, seed)}-${fake(b62, 24, seed)}`;
const fakeUser = (seed: number): string =>
  `xoxp-${fake(dig, 12, seed)}-${fake(dig, 12, seed + 1)}-${fake(dig, 13, seed)}-${fake(hex, 32, seed)}`;
const fakeApp = (seed: number): string =>
  `xapp-1-A${fake(b36u, 10, seed)}-${fake(dig, 13, seed)}-${fake(hex, 64, seed)}`;

/** A slash as it stands in a URL, or escaped within JSON. */
const slash = String.raw`\\?/`;
const hook = (seed: number): string =>
  `T${fake(b36u, 10, seed)}/B${fake(b36u, 10, seed + 1)}/${fake(b62, 24, seed + 2)}`;

export const slack = [
  defineRule({
    id: 'slack-bot-token',
    title: 'Slack bot token',
    severity: 'high',
    description: 'Acts as the bot in the workspace: reads and posts messages and files where the app may.',
    remediation: revoke,
    references,
    environment,
    anchors: ['xoxb-'],
    pattern: token('xoxb-', `${run(dig, 8, 14)}-(?:${run(dig, 8, 14)}-)?${run(b62, 18, 34)}`, b64u),
    binary: true,
    examples: () => ({
      leaks: [leak`SLACK_BOT_TOKEN=${fakeBot(1)}`, leak`new WebClient('${fakeBot(2)}')`],
      clean: [`xoxb-${fake(dig, 12)}-${fake(dig, 12)}`, 'xoxb-your-bot-token', `foxoxb-${fakeBot(3).slice(5)}`],
    }),
  }),
  defineRule({
    id: 'slack-user-token',
    title: 'Slack user token',
    severity: 'critical',
    description: 'Acts as the person who authorised the app: reads private messages and files, posts in their name.',
    remediation: revoke,
    references,
    environment: ['SLACK_USER_TOKEN', 'SLACK_TOKEN'],
    anchors: ['xoxp-'],
    pattern: token('xoxp-', `(?:${run(dig, 8, 14)}-){3}${run(b62, 28, 34)}`, b64u),
    binary: true,
    examples: () => ({
      leaks: [leak`SLACK_TOKEN=${fakeUser(1)}`, leak`Authorization: Bearer ${fakeUser(3)}`],
      clean: [`xoxp-${fake(dig, 12)}-${fake(dig, 12)}-${fake(hex, 32)}`, 'xoxp-...'],
    }),
  }),
  defineRule({
    id: 'slack-app-token',
    title: 'Slack app-level token',
    severity: 'high',
    description: 'Receives the events of the app in every workspace through a socket connection.',
    remediation: 'Revoke it under Basic information › App-level tokens of the app at api.slack.com/apps.',
    references,
    environment: ['SLACK_APP_TOKEN'],
    anchors: ['xapp-'],
    pattern: token('xapp-', `\\d-A${run(b36u, 8, 14)}-${run(dig, 10, 14)}-${run(hexi, 64)}`, b64u),
    binary: true,
    examples: () => ({
      leaks: [leak`SLACK_APP_TOKEN=${fakeApp(1)}`, leak`appToken: "${fakeApp(2)}",`],
      clean: [`xapp-1-A${fake(b36u, 10)}-${fake(dig, 13)}`, 'xapp-1-A…'],
    }),
  }),
  defineRule({
    id: 'slack-config-token',
    title: 'Slack rotating or configuration token',
    severity: 'high',
    description: 'Acts as an app or its user until it expires, or creates and changes apps in the name of their owner.',
    remediation: 'Revoke it at api.slack.com/apps; a configuration token is revoked in the list below the apps.',
    references: ['https://docs.slack.dev/authentication/using-token-rotation'],
    anchors: ['xoxe.xoxp-', 'xoxe.xoxb-'],
    pattern: token(['xoxe.xoxp-', 'xoxe.xoxb-'], `\\d-${run(b62, 100, 220)}`, b64u),
    binary: true,
    examples: () => ({
      leaks: [
        leak`SLACK_CONFIG_TOKEN=${`xoxe.xoxp-1-${fake(b62, 163, 1)}`}`,
        leak`"access_token": "${`xoxe.xoxb-1-${fake(b36u, 163, 2)}`}"`,
      ],
      clean: [`xoxe.xoxp-1-${fake(b62, 30)}`, `xoxe-${fake(b62, 10)}`],
    }),
  }),
  defineRule({
    id: 'slack-refresh-token',
    title: 'Slack refresh token',
    severity: 'high',
    description: 'Obtains new access tokens of the app or of its owner.',
    remediation: 'Revoke it at api.slack.com/apps; revoking the access token ends the refresh token too.',
    references: ['https://docs.slack.dev/authentication/using-token-rotation'],
    anchors: ['xoxe-'],
    pattern: token('xoxe-', `\\d-${run(b62, 100, 200)}`, b64u),
    binary: true,
    examples: () => ({
      leaks: [
        leak`SLACK_REFRESH_TOKEN=${`xoxe-1-${fake(b36u, 146, 1)}`}`,
        leak`{ "refresh_token": "${`xoxe-1-${fake(b62, 146, 2)}`}" }`,
      ],
      clean: [`xoxe-1-${fake(b62, 40)}`, 'xoxe-1-…'],
    }),
  }),
  defineRule({
    id: 'slack-session-token',
    title: 'Slack browser session token',
    severity: 'critical',
    description: 'Half of a person’s browser session (the other is the cookie): together they act as that person.',
    remediation: 'Sign out of all other sessions in the account settings of the Slack workspace.',
    references,
    anchors: ['xoxc-'],
    pattern: token('xoxc-', `(?:${run(dig, 8, 14)}-){3}${run(hexi, 64)}`, b64u),
    binary: true,
    examples: () => ({
      leaks: [
        leak`SLACK_XOXC=${`xoxc-${fake(dig, 12)}-${fake(dig, 12, 2)}-${fake(dig, 13)}-${fake(hex, 64, 1)}`}`,
        leak`token=${`xoxc-${fake(dig, 11)}-${fake(dig, 11, 2)}-${fake(dig, 13)}-${fake(hex, 64, 2)}`}`,
      ],
      clean: [`xoxc-${fake(dig, 12)}-${fake(hex, 64)}`, 'xoxc-…'],
    }),
  }),
  defineRule({
    id: 'slack-session-cookie',
    title: 'Slack browser session cookie',
    severity: 'critical',
    description: 'Half of a person’s browser session (the other is the token): together they act as that person.',
    remediation: 'Sign out of all other sessions in the account settings of the Slack workspace.',
    references,
    anchors: ['xoxd-'],
    pattern: token('xoxd-', run(cookie, 90, 400), cookie),
    binary: true,
    examples: () => ({
      leaks: [
        leak`Cookie: d=${`xoxd-${fake(b62, 100, 1)}%2B${fake(b62, 40, 2)}%3D`}`,
        leak`SLACK_XOXD="${`xoxd-${fake(b62, 150, 3)}`}"`,
      ],
      clean: [`xoxd-${fake(b62, 40)}`, 'xoxd-…'],
    }),
  }),
  defineRule({
    id: 'slack-legacy-token',
    title: 'Slack legacy token',
    severity: 'high',
    description: 'Acts in the workspace with the scopes of an app or integration of former days.',
    remediation: revoke,
    references,
    environment,
    anchors: ['xoxa-', 'xoxr-', 'xoxs-', 'xoxo-'],
    pattern: token(
      ['xoxa-', 'xoxr-', 'xoxs-', 'xoxo-'],
      `(?:\\d-)?(?:${run(dig, 6, 14)}-){1,3}${run(b62, 10, 64)}`,
      b64u,
    ),
    examples: () => ({
      leaks: [
        leak`token: ${`xoxa-2-${fake(dig, 12, 1)}-${fake(dig, 12, 2)}-${fake(dig, 13)}-${fake(hex, 32)}`}`,
        leak`SLACK_TOKEN='${`xoxs-${fake(dig, 11, 3)}-${fake(dig, 11, 4)}-${fake(dig, 11)}-${fake(hex, 10)}`}'`,
      ],
      clean: ['xoxa-legacy-workspace-token', `xoxr-${fake(b62, 20)}`],
    }),
  }),
  defineRule({
    id: 'slack-webhook',
    title: 'Slack incoming webhook',
    severity: 'medium',
    description: 'Posts messages to one channel in the name of the app.',
    remediation: 'Remove the webhook under Incoming webhooks of the app at api.slack.com/apps and add a new one.',
    references: ['https://docs.slack.dev/messaging/sending-messages-using-incoming-webhooks'],
    environment: ['SLACK_WEBHOOK_URL'],
    anchors: ['hooks.slack.com'],
    // The credential is all of the path that Slack makes: team, app and token.
    pattern: new RegExp(
      `hooks\\.slack\\.com${slash}services${slash}(?<secret>T${run(b36u, 8, 12)}${slash}B${run(b36u, 8, 12)}${slash}${run(b62, 23, 25)})(?![0-9A-Za-z])`,
    ),
    examples: () => ({
      leaks: [
        leak`SLACK_WEBHOOK_URL=https://hooks.slack.com/services/${hook(1)}`,
        leak`curl -X POST -d '{"text":"x"}' "https://hooks.slack.com/services/${hook(4)}"`,
      ],
      clean: [
        `https://hooks.slack.com/services/T${'0'.repeat(8)}/B${'0'.repeat(8)}/`,
        `https://hooks.slack.com/services/T${fake(b36u, 10)}/B${fake(b36u, 10)}/${fake(b62, 12)}`,
        'https://hooks.slack.com/services/…',
      ],
    }),
  }),
  defineRule({
    id: 'slack-workflow-webhook',
    title: 'Slack workflow webhook',
    severity: 'medium',
    description: 'Starts a workflow of the workspace with data of the holder’s choice.',
    remediation: 'Delete the webhook trigger of the workflow in Slack and create a new one.',
    references: ['https://slack.com/help/articles/360041352714'],
    anchors: ['hooks.slack.com'],
    // The credential is all of the path that Slack makes.
    pattern: new RegExp(
      `hooks\\.slack\\.com${slash}(?:workflows|triggers)${slash}(?<secret>[TE]${run(b36u, 8, 12)}${slash}(?:A?${run(b36u, 8, 14)}${slash})(?:${run(dig, 12, 20)}${slash})?${run(b62, 24, 40)})(?![0-9A-Za-z])`,
    ),
    examples: () => ({
      leaks: [
        leak`url: https://hooks.slack.com/workflows/${`T${fake(b36u, 10, 1)}/A${fake(b36u, 10, 2)}/${fake(dig, 18)}/${fake(b62, 24)}`}`,
        leak`"https://hooks.slack.com/triggers/${`T${fake(b36u, 10, 3)}/${fake(dig, 13, 4)}/${fake(hex, 32)}`}"`,
      ],
      clean: [
        'https://hooks.slack.com/workflows/',
        `https://hooks.slack.com/triggers/T${fake(b36u, 10)}/${fake(dig, 13)}`,
      ],
    }),
  }),
  defineNamedRule({
    id: 'slack-signing-secret',
    title: 'Slack signing or client secret',
    severity: 'high',
    confidence: 'medium',
    description: 'Signs requests as Slack would, or obtains tokens in the name of the app.',
    remediation: 'Regenerate the secret under Basic information of the app at api.slack.com/apps.',
    references: ['https://docs.slack.dev/authentication/verifying-requests-from-slack'],
    environment: ['SLACK_SIGNING_SECRET', 'SLACK_CLIENT_SECRET'],
    words: ['slack'],
    strict: true,
    names: /sign|secret/i,
    value: whole(run(hex, 32)),
    examples: () => ({
      leaks: [
        leak`SLACK_SIGNING_SECRET=${fake(hex, 32, 1)}`,
        leakBetween(
          "import { App } from '@slack/bolt';\nconst app = new App({ signingSecret: '",
          fake(hex, 32, 2),
          "' });",
        ),
      ],
      clean: [`SIGNING_SECRET=${fake(hex, 32)}`, `SLACK_CHANNEL_KEY=${fake(hex, 32)}`],
    }),
  }),
];
