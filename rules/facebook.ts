import {
  b62,
  b64u,
  because,
  clientId,
  defineNamedRule,
  defineRule,
  dig,
  fake,
  held,
  hex,
  leak,
  leakBetween,
  plausible,
  run,
  START,
  whole,
} from '../src/rule-kit/index.ts';

const references = ['https://developers.facebook.com/docs/facebook-login/guides/access-tokens/'] as const;
const context: [string, ...string[]] = [
  'facebook',
  'fb_',
  'fbapp',
  'graph.',
  'instagram',
  'whatsapp',
  'meta_',
  'messenger',
  'page_access',
];

export const facebook = [
  defineRule({
    id: 'facebook-access-token',
    title: 'Facebook (Meta) access token',
    severity: 'high',
    description: 'Acts for a person, page, ad account or system user on the Graph API, within the permissions granted.',
    remediation:
      'Invalidate it with the access token debugger or by resetting the app secret; for a system user, revoke its tokens.',
    references,
    environment: ['FACEBOOK_ACCESS_TOKEN', 'FB_ACCESS_TOKEN', 'WHATSAPP_TOKEN'],
    anchors: ['EAA'],
    pattern: new RegExp(`${START}(?<secret>EAA[A-Z]${run(b62, 96, 400)})(?![0-9A-Za-z+/=_-])`),
    reach: { before: 320, after: 800 },
    judge: (match) => {
      // Within base 64 a `+` or `/` would stand beside it sooner or later.
      if (/[+/]$/.test(match.window.slice(0, match.at))) return held('bad-structure', 'a piece of base 64');
      return match.near(context, 300) ? plausible : because('neither Facebook nor the Graph API is named nearby', -1);
    },
    examples: () => ({
      leaks: [
        leak`FACEBOOK_ACCESS_TOKEN=${`EAAC${fake(b62, 180, 1)}ZD`}`,
        leak`https://graph.facebook.com/v20.0/me?access_token=${`EAAM${fake(b62, 150, 2)}`}`,
        leak`whatsapp_token: "${`EAAG${fake(b62, 200, 3)}`}"`,
      ],
      clean: [
        `FACEBOOK_ACCESS_TOKEN=EAAC${fake(b62, 40)}`,
        `data:font/woff2;base64,xx/EAAC${fake(b62, 120)}`,
        `"EAAB${fake(b62, 120)}="`,
      ],
    }),
  }),
  defineRule({
    id: 'facebook-app-token',
    title: 'Facebook (Meta) app access token',
    severity: 'high',
    description: 'Acts as the app itself; where it holds the app secret, it is the app’s whole identity.',
    remediation: 'Reset the app secret under Settings › Basic of the app at developers.facebook.com.',
    references,
    anchors: ['i:facebook', 'i:fb_app', 'i:fbapp', 'i:access_token', 'i:accesstoken'],
    // App id, a bar (in addresses `%7C`) and the secret part, with a telling name shortly before.
    pattern: new RegExp(
      `(?:facebook|fb_?app|access_?token)[^\\n|]{0,80}?(?<![0-9A-Za-z])(?<secret>${run(dig, 15, 16)}(?:\\||%7C)${run(b64u, 27, 40)})(?![${b64u.inClass}])`,
      'i',
    ),
    near: { words: context, bytes: 300 },
    examples: () => ({
      leaks: [
        leakBetween('FACEBOOK_APP_TOKEN="', `${fake(dig, 15, 1)}|${fake(b64u, 26, 1)}a`, '"'),
        leakBetween(
          'https://graph.facebook.com/debug_token?access_token=',
          `${fake(dig, 16, 2)}%7C${fake(b64u, 26, 2)}b`,
        ),
      ],
      clean: [
        `${fake(dig, 15)}|${fake(b64u, 27)}`,
        `access_token=${fake(dig, 15)}|${fake(b64u, 27)}`,
        'FACEBOOK_APP_TOKEN=id|secret',
      ],
    }),
  }),
  defineNamedRule({
    id: 'facebook-app-secret',
    title: 'Facebook (Meta) app secret',
    severity: 'high',
    confidence: 'medium',
    description: 'Proves to be the app: signs requests and obtains app and user tokens.',
    remediation: 'Reset the app secret under Settings › Basic of the app at developers.facebook.com.',
    partner: clientId('[0-9]{14,17}'),
    references: ['https://developers.facebook.com/docs/facebook-login/security'],
    environment: ['FACEBOOK_APP_SECRET', 'FB_APP_SECRET', 'FACEBOOK_CLIENT_SECRET'],
    words: ['facebook', 'fbapp', 'fbclient', 'fbsecret', 'metaapp', 'whatsappapp', 'instagramapp'],
    names: /secret/i,
    value: whole(run(hex, 32)),
    examples: () => ({
      leaks: [
        leak`FB_APP_SECRET=${fake(hex, 32, 1)}`,
        leakBetween(`new FacebookStrategy({ clientID: '${fake(dig, 15)}', clientSecret: '`, fake(hex, 32, 2), "' })"),
      ],
      clean: [`APP_SECRET=${fake(hex, 32)}`, `FACEBOOK_APP_SECRET=${fake(hex, 24)}`],
    }),
  }),
];
