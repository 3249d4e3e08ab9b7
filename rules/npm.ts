import type { Judgement, Match } from '../src/model/index.ts';
import {
  b62,
  b64,
  base62Crc32,
  because,
  checksum,
  defineRule,
  fake,
  fakePassword,
  fakeUuid,
  held,
  leak,
  leakBetween,
  plausible,
  run,
  token,
  UUID,
} from '../src/rule-kit/index.ts';

const references = ['https://docs.npmjs.com/about-access-tokens'] as const;
const environment = ['NPM_TOKEN', 'NODE_AUTH_TOKEN'];
const npmrcReferences = ['https://docs.npmjs.com/cli/configuring-npm/npmrc'] as const;

/** As GitHub's: the last six characters are the CRC-32 of the thirty before. Source: GitHub's note on npm's format, 2021-09-23. */
const endsInCrc32 = (secret: string): boolean => secret.slice(-6) === base62Crc32(secret.slice(4, -6));

const fakeToken = (seed: number): string => {
  const body = fake(b62, 30, seed);
  return `npm_${body}${base62Crc32(body)}`;
};

const base64Of = (text: string): string => Buffer.from(text).toString('base64');
const printable = (text: string): boolean => /^[\x20-\x7e]+$/.test(text);
const decode = (text: string): string => Buffer.from(text, 'base64').toString('latin1');

/** `user:password`, both printable, and neither empty. */
function judgeBasic({ secret }: Match): Judgement {
  const text = decode(secret);
  if (!printable(text) || !/^[^:]+:.+$/.test(text)) return held('bad-structure', 'not a user and a password');
  return because('base64 of a user and a password', 1);
}

export const npm = [
  defineRule({
    id: 'npm-access-token',
    title: 'npm access token',
    severity: 'critical',
    description:
      'Publishes packages of its owner, or reads private ones, as its kind allows: code that others install.',
    remediation: 'Delete the token at npmjs.com under Access tokens, or with `npm token revoke`.',
    references,
    environment,
    anchors: ['npm_'],
    pattern: token('npm_', run(b62, 36), b62),
    binary: true,
    judge: checksum(endsInCrc32),
    examples: () => ({
      leaks: [leak`//registry.npmjs.org/:_authToken=${fakeToken(1)}`, leak`NPM_TOKEN: "${fakeToken(2)}"`],
      clean: [`npm_${fake(b62, 36)}`, fakeToken(3).slice(0, -1), `npm_${'x'.repeat(36)}`, `pnpm_${fake(b62, 30)}`],
    }),
  }),
  defineRule({
    id: 'npm-legacy-token',
    title: 'npm access token (before 2021)',
    severity: 'critical',
    description:
      'Publishes packages of its owner, or reads private ones, as its kind allows: code that others install.',
    remediation: 'Delete the token at npmjs.com under Access tokens, or with `npm token revoke`.',
    references,
    environment,
    anchors: ['_authToken'],
    pattern: new RegExp(`_authToken["']?\\s{0,3}[=:]\\s{0,3}["'\`]?(?<secret>${UUID})(?![0-9A-Za-z-])`),
    examples: () => ({
      leaks: [
        leakBetween('//registry.npmjs.org/:_authToken=', fakeUuid(1), '\n', '.npmrc'),
        leak`npm config set //registry.npmjs.org/:_authToken=${fakeUuid(2)}`,
      ],
      clean: [`_authToken=${'$'}{NPM_TOKEN}`, `registry_id=${fakeUuid(3)}`, `_authToken=${fakeUuid(4)}0`],
    }),
  }),
  defineRule({
    id: 'npmrc-basic-auth',
    title: 'User and password of a package registry in .npmrc',
    severity: 'high',
    description: 'Signs in to a package registry: reads private packages, and often publishes.',
    remediation: 'Change the password at the registry, then refer to an environment variable in .npmrc.',
    references: npmrcReferences,
    anchors: ['_auth'],
    pattern: new RegExp(
      `(?<![A-Za-z0-9])_auth["']?\\s{0,3}[=:]\\s{0,3}["'\`]?(?<secret>${run(b64, 8, 400)}={0,2})(?![A-Za-z0-9+/=])`,
    ),
    judge: judgeBasic,
    examples: () => ({
      leaks: [
        leakBetween('//npm.example.com/:_auth=', base64Of(`bob:${fakePassword(1)}`), '\n', '.npmrc'),
        leak`_auth = "${base64Of(`deploy:${fake(b62, 30, 2)}`)}"`,
      ],
      clean: [`_auth=${'$'}{NPM_AUTH}`, `_auth=${fake(b62, 40)}`, `oauth_auth=${base64Of('bob:password')}`],
    }),
  }),
  defineRule({
    id: 'npmrc-password',
    title: 'Password of a package registry in .npmrc',
    severity: 'high',
    description:
      'With the user name beside it, it signs in to a package registry: reads private packages, and often publishes.',
    remediation: 'Change the password at the registry, then refer to an environment variable in .npmrc.',
    references: npmrcReferences,
    anchors: [':_password'],
    pattern: new RegExp(
      `:_password["']?\\s{0,3}=\\s{0,3}\\\\?["']?(?<secret>${run(b64, 8, 400)}={0,2})(?![A-Za-z0-9+/=])`,
    ),
    judge: ({ secret }) => (printable(decode(secret)) ? because('base64 of a password', 1) : plausible),
    examples: () => ({
      leaks: [
        leakBetween(
          '//npm.example.com/:username=bob\n//npm.example.com/:_password=',
          base64Of(fakePassword(1)),
          '\n',
          '.npmrc',
        ),
        leak`npm config set //npm.example.com/:_password="${base64Of(fake(b62, 30, 2))}"`,
      ],
      clean: [
        `//npm.example.com/:_password=${'$'}{NPM_PASSWORD}`,
        '//npm.example.com/:_password=',
        `db_password=${fake(b62, 20)}`,
      ],
    }),
  }),
];
