import { b62, b64u, defineRule, fake, leak, run, token } from '../src/rule-kit/index.ts';

export const instagram = [
  defineRule({
    id: 'instagram-access-token',
    title: 'Instagram access token',
    severity: 'high',
    description: 'Reads the profile and media of one Instagram account, and publishes where it was allowed to.',
    remediation: 'Remove the app under Apps and websites of the Instagram account, or reset the app secret.',
    references: ['https://developers.facebook.com/docs/instagram-platform'],
    environment: ['INSTAGRAM_ACCESS_TOKEN'],
    anchors: ['IGQV', 'IGAA'],
    pattern: token(['IGQV', 'IGAA'], run(b64u, 96, 350), b64u),
    binary: true,
    examples: () => ({
      leaks: [
        leak`INSTAGRAM_ACCESS_TOKEN=${`IGQV${fake(b62, 140, 1)}`}`,
        leak`https://graph.instagram.com/me/media?access_token=${`IGAA${fake(b62, 160, 2)}ZD`}`,
      ],
      clean: [`IGQV${fake(b62, 40)}`, `BIGAA${fake(b62, 140)}`],
    }),
  }),
];
