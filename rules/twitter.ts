import {
  b62,
  defineNamedRule,
  defineRule,
  dig,
  fake,
  leak,
  leakBetween,
  run,
  START,
  whole,
} from '../src/rule-kit/index.ts';

const references = ['https://docs.x.com'] as const;
const remediation = 'Regenerate it under Keys and tokens of the app in the X developer portal.';
const words = ['twitter', 'tweepy', 'xconsumer'] as const;
const zeros = 'A'.repeat(21);

export const twitter = [
  defineRule({
    id: 'twitter-bearer-token',
    title: 'X (Twitter) bearer token',
    severity: 'medium',
    description: 'Reads public posts and profiles in the name of the app and uses up its quota.',
    remediation,
    references,
    environment: ['TWITTER_BEARER_TOKEN', 'BEARER_TOKEN', 'X_BEARER_TOKEN'],
    anchors: [zeros],
    // An app number in base 64 opens with a long run of `A`; the middle holds an escaped `=`.
    pattern: new RegExp(
      `${START}(?<secret>${zeros}(?:[0-9A-Za-z]|%2[BF]){20,60}%3D[0-9A-Za-z]{40,60})(?![0-9A-Za-z%])`,
    ),
    // The run of `A` is part of every genuine token.
    random: false,
    examples: () => ({
      leaks: [
        leak`TWITTER_BEARER_TOKEN=${`${zeros}${fake(b62, 35, 1)}%3D${fake(b62, 50, 1)}`}`,
        leak`Authorization: Bearer ${`${zeros}M${fake(b62, 14, 2)}%2B${fake(b62, 18, 2)}%3D${fake(b62, 50, 2)}`}`,
      ],
      clean: [
        `AAAA${zeros}${fake(b62, 90)}`,
        `data:font/ttf;base64,${zeros}${fake(b62, 300)}`,
        `TWITTER_BEARER_TOKEN=${zeros}%3D`,
      ],
    }),
  }),
  defineNamedRule({
    id: 'twitter-api-secret',
    title: 'X (Twitter) API key secret or access token secret',
    severity: 'high',
    confidence: 'medium',
    description: 'With its key or token it signs calls: acts as the app, or as the person who authorised it.',
    remediation,
    references,
    environment: ['TWITTER_API_SECRET', 'TWITTER_CONSUMER_SECRET', 'TWITTER_ACCESS_TOKEN_SECRET'],
    words,
    names: /secret/i,
    value: whole(`${run(b62, 50)}|${run(b62, 45)}`),
    examples: () => ({
      leaks: [
        leak`TWITTER_CONSUMER_SECRET=${fake(b62, 50, 1)}`,
        leakBetween('import tweepy\naccess_token_secret = "', fake(b62, 45, 2), '"'),
      ],
      clean: [`CONSUMER_SECRET=${fake(b62, 50)}`, `TWITTER_API_SECRET=${fake(b62, 40)}`],
    }),
  }),
  defineNamedRule({
    id: 'twitter-access-token',
    title: 'X (Twitter) access token',
    severity: 'medium',
    confidence: 'medium',
    description: 'Names the person and the app that calls are signed for; signing also needs its secret.',
    remediation,
    references,
    environment: ['TWITTER_ACCESS_TOKEN'],
    words,
    names: /token|key/i,
    value: whole(`${run(dig, 7, 20)}-${run(b62, 40)}`),
    examples: () => ({
      leaks: [
        leak`TWITTER_ACCESS_TOKEN=${`${fake(dig, 19, 1)}-${fake(b62, 40, 1)}`}`,
        leakBetween('# api.twitter.com\naccess_token: ', `${fake(dig, 18, 2)}-${fake(b62, 40, 2)}`),
      ],
      clean: [`ACCESS_TOKEN=${fake(dig, 19)}-${fake(b62, 40)}`, `TWITTER_ACCESS_TOKEN=${fake(dig, 19)}`],
    }),
  }),
];
