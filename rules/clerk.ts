import {
  b62,
  b64,
  b64u,
  defineRule,
  fake,
  held,
  isPublic,
  leak,
  leakBetween,
  run,
  token,
} from '../src/rule-kit/index.ts';

const references = ['https://clerk.com/docs'] as const;

/** The body of a publishable key is the base 64 of the application's front-end host and a `$`. Source: clerk.com docs. */
const frontEndHost = (secret: string): string | undefined => {
  const text = Buffer.from(secret.slice('pk_live_'.length), 'base64').toString('latin1');
  return /^[a-z0-9.-]{4,200}\$$/.test(text) ? text.slice(0, -1) : undefined;
};
const publishable = (kind: string, host: string): string =>
  `pk_${kind}_${Buffer.from(`${host}$`).toString('base64').replaceAll('=', '')}`;

export const clerk = [
  defineRule({
    id: 'clerk-secret-key',
    title: 'Clerk secret key',
    severity: 'critical',
    description: 'Full access to the users, sessions and organisations of the Clerk application.',
    remediation: 'Delete the key on the API keys page of the Clerk dashboard and issue a new one.',
    references,
    environment: ['CLERK_SECRET_KEY'],
    supersedes: ['stripe-secret-key', 'stripe-test-key', 'sk-live-key'],
    anchors: ['sk_live_', 'sk_test_'],
    // 40 to 50 characters in all: shorter than Stripe's keys of today, longer than those of before.
    pattern: token(['sk_live_', 'sk_test_'], run(b62, 32, 42), b64u),
    near: { words: ['clerk'], bytes: 300 },
    judge: ({ secret }) =>
      secret.startsWith('sk_test_')
        ? { kind: 'plausible', severity: 'high', title: 'Clerk secret key (development instance)' }
        : { kind: 'plausible' },
    examples: () => ({
      leaks: [
        leak`CLERK_SECRET_KEY=${`sk_live_${fake(b62, 42, 1)}`}`,
        leakBetween('clerk:\n  secret_key: ', `sk_test_${fake(b62, 42, 2)}`, '\n'),
        leak`createClerkClient({ secretKey: '${`sk_test_${fake(b62, 40, 3)}`}' })`,
      ],
      clean: [
        `STRIPE_SECRET_KEY=sk_live_${fake(b62, 42)}`,
        `CLERK_SECRET_KEY=sk_live_${fake(b62, 24)}`,
        `# clerk\nSTRIPE_SECRET_KEY=sk_live_51${fake(b62, 97)}`,
      ],
    }),
  }),
  defineRule({
    id: 'clerk-publishable-key',
    title: 'Clerk publishable key',
    severity: 'note',
    description: 'Made for browsers: names the front-end host of the Clerk application.',
    remediation: 'Nothing to revoke. Keep the matching secret key on the server.',
    references,
    environment: ['CLERK_PUBLISHABLE_KEY', 'NEXT_PUBLIC_CLERK_PUBLISHABLE_KEY'],
    supersedes: ['stripe-publishable-key'],
    anchors: ['pk_live_', 'pk_test_'],
    pattern: token(['pk_live_', 'pk_test_'], `${run(b64, 8, 280)}={0,2}`, b64u),
    judge: ({ secret }) =>
      frontEndHost(secret) === undefined
        ? held('bad-structure', 'holds no host name')
        : isPublic('a publishable key holds nothing but a host name'),
    examples: () => ({
      leaks: [
        leak`NEXT_PUBLIC_CLERK_PUBLISHABLE_KEY=${publishable('test', 'merry-otter-12.clerk.accounts.dev')}`,
        leak`<ClerkProvider publishableKey="${publishable('live', 'clerk.shop-of-nuts.com')}">`,
      ],
      clean: [`pk_live_${fake(b62, 24)}`, `NEXT_PUBLIC_CLERK_PUBLISHABLE_KEY=pk_test_${fake(b62, 40)}`],
    }),
  }),
];
