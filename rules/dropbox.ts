import {
  b36l,
  b62,
  b64u,
  defineNamedRule,
  defineRule,
  fake,
  held,
  leak,
  plausible,
  run,
  token,
  whole,
} from '../src/rule-kit/index.ts';

const references = ['https://developers.dropbox.com/oauth-guide'] as const;
const environment = ['DROPBOX_ACCESS_TOKEN', 'DROPBOX_TOKEN'];
const remediation =
  'Revoke the token with the app console or under Connected apps of the account, then issue a new one.';

export const dropbox = [
  defineRule({
    id: 'dropbox-access-token',
    title: 'Dropbox access token',
    severity: 'high',
    description: 'Reads and changes the files its app may touch, for four hours after it was issued.',
    remediation,
    references,
    environment,
    anchors: ['sl.'],
    reach: { after: 1400 },
    pattern: token(['sl.u.', 'sl.'], run(b64u, 126, 1300), b64u),
    binary: true,
    examples: () => ({
      leaks: [
        leak`DROPBOX_ACCESS_TOKEN=${`sl.${fake(b64u, 135)}`}`,
        leak`new Dropbox({ accessToken: "${`sl.u.${fake(b64u, 600, 2)}`}" })`,
      ],
      clean: [`ssl.${fake(b62, 140)}`, `sl.${fake(b62, 60)}`],
    }),
  }),
  defineNamedRule({
    id: 'dropbox-long-lived-token',
    title: 'Dropbox long-lived access token',
    severity: 'critical',
    description: 'Reads and changes the files its app may touch, without an end.',
    remediation,
    references,
    environment,
    words: ['dropbox'],
    value: whole(`${run(b62, 11)}A{10}${run(b64u, 43)}`),
    examples: () => ({
      leaks: [
        leak`DROPBOX_TOKEN=${`${fake(b62, 10)}b${'A'.repeat(10)}${fake(b64u, 43)}`}`,
        leak`dropbox(accessToken="${`${fake(b62, 10, 2)}b${'A'.repeat(10)}${fake(b64u, 43, 2)}`}")`,
      ],
      clean: [`DROPBOX_TOKEN=${fake(b62, 64)}`, `access_token=${fake(b62, 11)}${'A'.repeat(10)}${fake(b64u, 43)}`],
    }),
  }),
  defineNamedRule({
    id: 'dropbox-app-secret',
    title: 'Dropbox app secret',
    severity: 'high',
    description: 'Stands in for the app when users link their Dropbox to it, and refreshes their tokens.',
    remediation: 'Change the app secret in the app console at dropbox.com/developers/apps.',
    references,
    environment: ['DROPBOX_APP_SECRET'],
    words: ['dropbox'],
    neighbours: false,
    names: /secret/i,
    value: whole(run(b36l, 15)),
    judge: (match) => (/[0-9]/.test(match.secret) ? plausible : held('words')),
    examples: () => ({
      leaks: [
        leak`DROPBOX_APP_SECRET=${`${fake(b36l, 14)}7`}`,
        leak`dropboxClientSecret: '${`${fake(b36l, 14, 2)}4`}'`,
      ],
      clean: [
        `DROPBOX_APP_SECRET=${fake(b36l, 14)}`,
        `app_secret: '${fake(b36l, 15)}'`,
        'DROPBOX_APP_SECRET=yourappsecretxx',
      ],
    }),
  }),
];
