import {
  alone,
  b62,
  b64,
  decodeJson,
  defineNamedRule,
  defineRule,
  fake,
  hex,
  isPublic,
  leak,
  leakBetween,
  run,
  START,
  structure,
  token,
  whole,
} from '../src/rule-kit/index.ts';

const references = ['https://docs.sentry.io/account/auth-tokens/'] as const;
const dsnReferences = ['https://docs.sentry.io/concepts/key-terms/dsn-explainer/'] as const;
const environment = ['SENTRY_AUTH_TOKEN'];
const revoke = 'Revoke the token under Settings › Auth Tokens on sentry.io, then issue a new one for the build only.';

/** The middle is base64 of JSON with the time of issue, the addresses and the organisation. */
function namesAnOrganisation(secret: string): boolean {
  const claims = decodeJson(secret.slice('sntrys_'.length, secret.lastIndexOf('_')));
  return claims !== undefined && typeof claims['org'] === 'string' && typeof claims['url'] === 'string';
}

const organisationPart = (org: string): string =>
  Buffer.from(
    JSON.stringify({ iat: 1721, url: 'https://sentry.io', region_url: 'https://us.sentry.io', org }),
  ).toString('base64');
const fakeOrganisationToken = (seed: number): string =>
  `sntrys_${organisationPart(`shop${seed}`)}_${fake(b64, 43, seed)}`;

/** `https://KEY@o1.ingest.us.sentry.io/2`; older ones go to `sentry.io` itself. */
const dsnHost = String.raw`@(?:o\d{1,20}\.ingest(?:\.[a-z]{2})?\.)?sentry\.io\/\d{1,20}`;
const dsn = (key: string): string => `https:/${'/'}${key}@o41.ingest.us.sentry.io/42`;

export const sentry = [
  defineRule({
    id: 'sentry-organization-token',
    title: 'Sentry organisation auth token',
    severity: 'high',
    description:
      'Uploads source maps and releases for every project of the organisation, and reads what those calls return.',
    remediation: revoke,
    references,
    environment,
    anchors: ['sntrys_eyJ'],
    pattern: alone(`sntrys_eyJ${run(b64, 60, 400)}={0,2}_${run(b64, 43)}`, b64),
    binary: true,
    judge: structure('JSON that names a Sentry organisation', namesAnOrganisation),
    examples: () => ({
      leaks: [leak`SENTRY_AUTH_TOKEN=${fakeOrganisationToken(1)}`, leak`auth.token: "${fakeOrganisationToken(2)}"`],
      clean: [`sntrys_eyJ${fake(b62, 120)}_${fake(b64, 43)}`, fakeOrganisationToken(3).slice(0, -1)],
    }),
  }),
  defineRule({
    id: 'sentry-user-token',
    title: 'Sentry user auth token',
    severity: 'high',
    description: 'Acts as its owner on the Sentry API, in every organisation the scopes of the token allow.',
    remediation: revoke,
    references,
    environment,
    anchors: ['sntryu_'],
    pattern: token('sntryu_', run(hex, 64), b62),
    binary: true,
    examples: () => ({
      leaks: [
        leak`SENTRY_AUTH_TOKEN=${`sntryu_${fake(hex, 64)}`}`,
        leak`curl -H "Authorization: Bearer ${`sntryu_${fake(hex, 64, 2)}`}" https://sentry.io/api/0/projects/`,
      ],
      clean: [`sntryu_${fake(hex, 63)}`, `sntryu_${fake(hex, 65)}`, `sntryu_${'x'.repeat(64)}`],
    }),
  }),
  defineNamedRule({
    id: 'sentry-legacy-token',
    title: 'Sentry auth token without prefix',
    severity: 'high',
    description: 'Acts as its owner on the Sentry API, in every organisation the scopes of the token allow.',
    remediation: revoke,
    references,
    environment,
    words: ['sentry'],
    names: /token|secret|api_?key/i,
    neighbours: false,
    value: whole(run(hex, 64)),
    examples: () => ({
      leaks: [leak`SENTRY_AUTH_TOKEN=${fake(hex, 64)}`, leak`{ "sentryToken": "${fake(hex, 64, 2)}" }`],
      clean: [
        `SENTRY_AUTH_TOKEN=${fake(hex, 63)}`,
        `release_token=${fake(hex, 64)}`,
        `sentry_release=${fake(hex, 64)}`,
      ],
    }),
  }),
  defineRule({
    id: 'sentry-dsn-secret',
    title: 'Secret half of an old Sentry DSN',
    severity: 'low',
    description: 'Sends events to the project. Sentry no longer needs this half, but still takes it.',
    remediation: 'Replace the DSN by the public one under Project › Settings › Client Keys, and disable the old key.',
    references: dsnReferences,
    environment: ['SENTRY_DSN'],
    supersedes: ['web-url-password'],
    anchors: ['sentry.io/'],
    pattern: new RegExp(String.raw`https:\/\/[0-9a-f]{32}:(?<secret>[0-9a-f]{32})${dsnHost}`),
    examples: () => ({
      leaks: [
        leakBetween(`SENTRY_DSN=https:/${'/'}${fake(hex, 32)}:`, fake(hex, 32, 2), '@sentry.io/42'),
        leakBetween(
          `Sentry.init({ dsn: "https:/${'/'}${fake(hex, 32, 3)}:`,
          fake(hex, 32, 4),
          '@o1.ingest.sentry.io/9" })',
        ),
      ],
      clean: [dsn(fake(hex, 32)), `https:/${'/'}${fake(hex, 32)}:${fake(hex, 31)}@sentry.io/42`],
    }),
  }),
  defineRule({
    id: 'sentry-dsn',
    title: 'Sentry DSN',
    severity: 'note',
    description: 'Tells a client where to send its events. It reads nothing.',
    remediation: 'Nothing has to be done. Limit who may send under Project › Settings › Client Keys.',
    references: dsnReferences,
    environment: ['SENTRY_DSN'],
    anchors: ['sentry.io/'],
    pattern: new RegExp(String.raw`${START}(?<secret>https:\/\/[0-9a-f]{32}${dsnHost})`),
    judge: () => isPublic('a DSN holds the public key only'),
    examples: () => ({
      leaks: [leak`Sentry.init({ dsn: "${dsn(fake(hex, 32))}" })`, leak`SENTRY_DSN=${dsn(fake(hex, 32, 2))}`],
      clean: [dsn(fake(hex, 30)), dsn('public-key')],
    }),
  }),
];
