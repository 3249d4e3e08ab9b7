import { type Alphabet, b62, defineRule, fake, leak, leakBetween, run, token } from '../src/rule-kit/index.ts';

/** Newer tokens end with `!`, a number, a dot and the region they live in. */
const body: Alphabet = { characters: b62.characters, inClass: `${b62.inClass}_.!-` };

export const tiktok = [
  defineRule({
    id: 'tiktok-access-token',
    title: 'TikTok access token',
    severity: 'high',
    confidence: 'medium',
    description: 'Acts for the TikTok account that authorised the app, within its scopes; lives a day.',
    remediation: 'Revoke it with the revoke call of the TikTok login API, or reset the client secret.',
    references: ['https://developers.tiktok.com/doc/oauth-user-access-token-management'],
    environment: ['TIKTOK_ACCESS_TOKEN'],
    anchors: ['act.'],
    pattern: token('act.', run(body, 30, 160), body),
    near: { words: ['tiktok', 'tik_tok'], bytes: 300 },
    examples: () => ({
      leaks: [
        leak`TIKTOK_ACCESS_TOKEN=${`act.${fake(b62, 64, 1)}!4468.va`}`,
        leakBetween('# open.tiktokapis.com\nAuthorization: Bearer ', `act.${fake(b62, 64, 2)}`),
      ],
      clean: [
        `token: act.${fake(b62, 64)}`,
        `TIKTOK_ACCESS_TOKEN=act.${fake(b62, 12)}`,
        `tiktok react.${fake(b62, 64)}`,
      ],
    }),
  }),
];
