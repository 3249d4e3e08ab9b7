import { because, defineNamedRule, fake, hex, isPublic, leak, plausible, run, whole } from '../src/rule-kit/index.ts';

const references = ['https://docs.rollbar.com/docs/access-tokens'] as const;
const postsFromClients = /client|public|browser/i;

export const rollbar = [
  defineNamedRule({
    id: 'rollbar-access-token',
    title: 'Rollbar access token',
    severity: 'medium',
    description: 'Posts items to the project or, with the read and write scopes, reads every error with its data.',
    remediation: 'Disable the token under Project settings › Access Tokens, then create a new one.',
    references,
    environment: ['ROLLBAR_ACCESS_TOKEN', 'ROLLBAR_SERVER_TOKEN'],
    words: ['rollbar'],
    names:
      /^(?!.*(?:client|public|browser))(?:.*rollbar.*(?:token|key|secret)|.*access.?token|.*server.?token|token)$/i,
    value: whole(run(hex, 32)),
    judge: (match) =>
      postsFromClients.test(match.window.slice(Math.max(0, match.at - 200), match.at))
        ? because('may be the token that browsers post with', -1)
        : plausible,
    examples: () => ({
      leaks: [leak`ROLLBAR_ACCESS_TOKEN=${fake(hex, 32)}`, leak`rollbar = { "server_token": "${fake(hex, 32, 2)}" }`],
      clean: [
        `ROLLBAR_ACCESS_TOKEN=${fake(hex, 31)}`,
        `ROLLBAR_CLIENT_TOKEN=${fake(hex, 32)}`,
        `token=${fake(hex, 32)}`,
      ],
    }),
  }),
  defineNamedRule({
    id: 'rollbar-client-token',
    title: 'Rollbar post_client_item token',
    severity: 'note',
    description: 'Lets a browser post its errors. It reads nothing.',
    remediation: 'Nothing has to be done: every visitor sees this token.',
    references,
    environment: ['ROLLBAR_CLIENT_TOKEN'],
    words: ['rollbar'],
    anchors: ['client_item', 'client-item', 'clientItem'],
    names: /(?:client|public|browser).*(?:token|key|item)/i,
    neighbours: false,
    value: whole(run(hex, 32)),
    judge: () => isPublic('a client token can only post'),
    examples: () => ({
      leaks: [leak`NEXT_PUBLIC_ROLLBAR_TOKEN=${fake(hex, 32)}`, leak`rollbar_post_client_item: ${fake(hex, 32, 2)}`],
      clean: [`ROLLBAR_CLIENT_TOKEN=${fake(hex, 30)}`, `client_token=${fake(hex, 32)}`],
    }),
  }),
];
