import { b64u, defineRule, fake, leak, run } from '../src/rule-kit/index.ts';

const slash = String.raw`\\?/`;
const minted = (seed: number): string =>
  `AAAA${fake(b64u, 7, seed)}/messages?key=${`AI${'za'}`}${fake(b64u, 34, seed)}a&token=${fake(b64u, 42, seed)}b`;

export const googleChat = [
  defineRule({
    id: 'google-chat-webhook',
    title: 'Google Chat webhook',
    severity: 'medium',
    description: 'Posts messages to one space.',
    remediation: 'Delete the webhook under Apps & integrations of the space and add a new one.',
    references: ['https://developers.google.com/workspace/chat/quickstart/webhooks'],
    environment: ['GOOGLE_CHAT_WEBHOOK_URL'],
    // The key within it is the same for all webhooks and opens nothing by itself.
    supersedes: ['google-api-key'],
    anchors: ['chat.googleapis.com'],
    // The credential is all of the address that Google makes: space, key and token.
    pattern: new RegExp(
      `chat\\.googleapis\\.com${slash}v1${slash}spaces${slash}` +
        `(?<secret>${run(b64u, 6, 24)}${slash}messages\\?key=${run(b64u, 20, 80)}(?:&(?:amp;)?|\\\\u0026)token=${run(b64u, 20, 80)}(?:%3D|=)?)(?![0-9A-Za-z_%=-])`,
    ),
    examples: () => ({
      leaks: [
        leak`CHAT_WEBHOOK="https://chat.googleapis.com/v1/spaces/${minted(1)}"`,
        leak`url: https://chat.googleapis.com/v1/spaces/${`${minted(2)}%3D`}`,
      ],
      clean: [
        `https://chat.googleapis.com/v1/spaces/AAAA${fake(b64u, 7)}/messages`,
        'https://chat.googleapis.com/v1/spaces/SPACE_ID/messages?key=KEY&token=TOKEN',
      ],
    }),
  }),
];
