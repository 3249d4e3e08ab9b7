import {
  b36l,
  b62,
  b64u,
  decodeJson,
  defineRule,
  fake,
  isPublic,
  jsonPart,
  leak,
  run,
  structure,
  token,
} from '../src/rule-kit/index.ts';

const references = ['https://docs.mapbox.com/accounts/guides/tokens/'] as const;
const body = `eyJ${run(b64u, 30, 90)}\\.${run(b64u, 22)}`;

/** The middle is base64 of JSON with the user (`u`) and the id of the token (`a`). */
function namesAUser(secret: string): boolean {
  const claims = decodeJson(secret.split('.')[1] ?? '');
  return claims !== undefined && typeof claims['u'] === 'string' && typeof claims['a'] === 'string';
}
const fakeToken = (kind: string, seed: number): string =>
  `${kind}.${jsonPart({ u: `walker${seed}`, a: `ck${fake(b36l, 23, seed)}` })}.${fake(b64u, 22, seed)}`;
const invented = (kind: string): string => `${kind}.eyJ${fake(b62, 50)}.${fake(b62, 22)}`;

export const mapbox = [
  defineRule({
    id: 'mapbox-secret-token',
    title: 'Mapbox secret token',
    severity: 'high',
    description: 'Uploads and changes maps, styles and data of the account, as its scopes allow.',
    remediation: 'Delete the token at account.mapbox.com under Access tokens, then create one with fewer scopes.',
    references,
    environment: ['MAPBOX_SECRET_TOKEN', 'MAPBOX_ACCESS_TOKEN'],
    anchors: ['sk.eyJ'],
    pattern: token('sk.', body, b64u),
    binary: true,
    judge: structure('JSON that names a Mapbox user', namesAUser),
    examples: () => ({
      leaks: [
        leak`MAPBOX_SECRET_TOKEN=${fakeToken('sk', 1)}`,
        leak`machine api.mapbox.com login mapbox password ${fakeToken('sk', 2)}`,
      ],
      clean: [invented('sk'), fakeToken('sk', 3).slice(0, -1), fakeToken('pk', 4)],
    }),
  }),
  defineRule({
    id: 'mapbox-temporary-token',
    title: 'Mapbox temporary token',
    severity: 'low',
    description: 'Has the rights of a secret token for an hour at most.',
    remediation: 'Nothing has to be revoked: it ends by itself. Look for the secret token it was made with.',
    references,
    anchors: ['tk.eyJ'],
    pattern: token('tk.', body, b64u),
    judge: structure('JSON that names a Mapbox user', namesAUser),
    examples: () => ({
      leaks: [
        leak`token: "${fakeToken('tk', 5)}"`,
        leak`https://api.mapbox.com/styles?access_token=${fakeToken('tk', 6)}`,
      ],
      clean: [invented('tk'), `tk.${fake(b62, 60)}`],
    }),
  }),
  defineRule({
    id: 'mapbox-public-token',
    title: 'Mapbox public token',
    severity: 'note',
    description: 'Loads maps on pages; restrict it to your own addresses.',
    remediation: 'Nothing has to be done: restrict the token by URL at account.mapbox.com.',
    references,
    environment: ['MAPBOX_TOKEN', 'NEXT_PUBLIC_MAPBOX_TOKEN'],
    anchors: ['pk.eyJ'],
    pattern: token('pk.', body, b64u),
    judge: () => isPublic('a pk. token is made for pages'),
    examples: () => ({
      leaks: [
        leak`mapboxgl.accessToken = '${fakeToken('pk', 7)}'`,
        leak`NEXT_PUBLIC_MAPBOX_TOKEN=${fakeToken('pk', 8)}`,
      ],
      clean: ['pk.eyJ', `pk.eyJ${fake(b62, 50)}`],
    }),
  }),
];
