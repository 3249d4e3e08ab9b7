import { b62, b64u, defineNamedRule, fake, leak, leakBetween, run, whole } from '../src/rule-kit/index.ts';

export const reddit = [
  defineNamedRule({
    id: 'reddit-client-secret',
    title: 'Reddit client secret',
    severity: 'high',
    confidence: 'medium',
    description:
      'With the client id it obtains tokens in the name of the app; of a script app, with its owner’s password.',
    remediation: 'Generate a new secret for the app at reddit.com/prefs/apps, or delete the app.',
    references: ['https://www.reddit.com/dev/api/'],
    environment: ['REDDIT_CLIENT_SECRET', 'PRAW_CLIENT_SECRET'],
    words: ['reddit', 'praw'],
    names: /secret/i,
    // 27 characters of former apps, 30 of newer ones.
    value: whole(`${run(b64u, 27)}|${run(b64u, 30)}`),
    examples: () => ({
      leaks: [
        leak`REDDIT_CLIENT_SECRET=${fake(b62, 27, 1)}`,
        leakBetween("reddit = praw.Reddit(client_id='x', client_secret='", fake(b62, 30, 2), "')"),
      ],
      clean: [
        `CLIENT_SECRET=${fake(b62, 27)}`,
        `REDDIT_CLIENT_ID=${fake(b62, 22)}`,
        `REDDIT_CLIENT_SECRET=${fake(b62, 20)}`,
      ],
    }),
  }),
];
