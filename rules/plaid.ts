import {
  b62,
  defineNamedRule,
  defineRule,
  fake,
  fakeUuid,
  hex,
  isPublic,
  leak,
  leakBetween,
  run,
  token,
  UUID,
  whole,
} from '../src/rule-kit/index.ts';

const references = ['https://plaid.com/docs/api/'] as const;

export const plaid = [
  defineRule({
    id: 'plaid-access-token',
    title: 'Plaid access token',
    severity: 'critical',
    description: 'Together with the client credentials it reads the bank accounts one person linked.',
    remediation: 'Rotate it with the item access token invalidate call; the answer holds the new one.',
    references,
    environment: ['PLAID_ACCESS_TOKEN'],
    anchors: ['access-sandbox-', 'access-development-', 'access-production-'],
    pattern: token(['access-sandbox-', 'access-development-', 'access-production-'], UUID, b62),
    binary: true,
    judge: ({ secret }) =>
      secret.startsWith('access-sandbox-') ? { kind: 'plausible', severity: 'medium' } : { kind: 'plausible' },
    examples: () => ({
      leaks: [
        leak`PLAID_ACCESS_TOKEN=${`access-production-${fakeUuid(1)}`}`,
        leak`{ "access_token": "${`access-sandbox-${fakeUuid(2)}`}" }`,
      ],
      clean: [`access-production-${fake(hex, 32)}`, `access-staging-${fakeUuid(3)}`, `public-sandbox-${fakeUuid(4)}`],
    }),
  }),
  defineNamedRule({
    id: 'plaid-secret',
    title: 'Plaid secret',
    severity: 'critical',
    confidence: 'medium',
    description: 'Authenticates every call of the Plaid application in one environment.',
    remediation: 'Rotate the secret under Developers › Keys of the Plaid dashboard.',
    references,
    environment: ['PLAID_SECRET'],
    words: ['plaid'],
    names: /secret|key/i,
    value: whole(run(hex, 30)),
    judge: (match) => (match.near(['sandbox'], 60) ? { kind: 'plausible', severity: 'medium' } : { kind: 'plausible' }),
    examples: () => ({
      leaks: [
        leak`PLAID_SECRET=${fake(hex, 30, 1)}`,
        leakBetween('plaid:\n  client_id: 123\n  secret: ', fake(hex, 30, 2), '\n'),
      ],
      clean: [`PLAID_CLIENT_ID=${fake(hex, 24)}`, `secret: ${fake(hex, 30)}`, `PLAID_SECRET=${fake(hex, 32)}`],
    }),
  }),
  defineRule({
    id: 'plaid-link-token',
    title: 'Plaid link or public token',
    severity: 'note',
    description: 'Opens the dialogue in which a person links a bank, or carries its outcome. Lives hours at most.',
    remediation: 'Nothing to revoke: it expires by itself.',
    references,
    anchors: [
      'link-sandbox-',
      'link-development-',
      'link-production-',
      'public-sandbox-',
      'public-development-',
      'public-production-',
    ],
    pattern: token(
      [
        'link-sandbox-',
        'link-development-',
        'link-production-',
        'public-sandbox-',
        'public-development-',
        'public-production-',
      ],
      UUID,
      b62,
    ),
    judge: () => isPublic('a token for client code that expires within hours'),
    examples: () => ({
      leaks: [
        leak`"link_token": "${`link-production-${fakeUuid(1)}`}"`,
        leak`public_token=${`public-sandbox-${fakeUuid(2)}`}`,
      ],
      clean: [`link-production-${fake(hex, 20)}`, `access-sandbox-${fakeUuid(5)}`],
    }),
  }),
];
