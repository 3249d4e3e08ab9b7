import type { Judgement, Match } from '../src/model/index.ts';
import {
  b62,
  b64,
  b64u,
  because,
  defineNamedRule,
  defineRule,
  dig,
  fake,
  HEX,
  hexCrc32,
  leak,
  mixed,
  proven,
  run,
  structure,
  token,
  whole,
} from '../src/rule-kit/index.ts';

/** The last eight digits are the CRC-32, in upper-case hexadecimal, of all that stands before. Source: public detection rules. */
const upperCrc32 = (head: string): string => hexCrc32(head).toUpperCase();

/** No genuine sample of these two kinds is published: a checksum that fits proves, one that does not only lowers. */
function judgeCrc({ secret }: Match): Judgement {
  const text = secret.replace(/(?:%3D|\\=)(?=[0-9A-F]{8}$)/, '=');
  return text.slice(-8) === upperCrc32(text.slice(0, -8))
    ? proven('checksum valid')
    : because('the checksum does not fit', -1);
}

const withCrc = (head: string): string => head + upperCrc32(head);

/** `<number>:<random bytes>` is what a token of the data centre edition decodes to. */
const isNumberAndBytes = (secret: string): boolean =>
  /^[0-9]{1,20}:/.test(Buffer.from(secret.slice('BBDC-'.length), 'base64').toString('latin1'));
const fakeDataCenter = (seed: number): string =>
  `BBDC-${Buffer.from(`${fake(dig, 12, seed)}:${fake(b62, 20, seed)}`).toString('base64')}`;

export const bitbucket = [
  defineRule({
    id: 'bitbucket-app-password',
    title: 'Bitbucket Cloud app password',
    severity: 'critical',
    confidence: 'medium',
    description: 'Acts as its user on every repository that one can reach, within its scopes.',
    remediation: 'Revoke it in Bitbucket under Personal settings › App passwords, and use an API token with scopes.',
    references: ['https://support.atlassian.com/bitbucket-cloud/docs/app-passwords/'],
    environment: ['BITBUCKET_APP_PASSWORD'],
    anchors: ['ATBB'],
    pattern: token('ATBB', `${run(b62, 24)}${run(HEX, 8)}`, b62),
    binary: true,
    judge: judgeCrc,
    examples: () => ({
      leaks: [
        leak`BITBUCKET_APP_PASSWORD=${withCrc(`ATBB${fake(b62, 24, 1)}`)}`,
        leak`git clone https://bob:${withCrc(`ATBB${fake(b62, 24, 2)}`)}@bitbucket.org/acme/app.git`,
      ],
      clean: [
        `ATBB${fake(b62, 24)}${fake(HEX, 7)}`,
        `ATBB${fake(b62, 24)}xxxxxxxx`,
        `CATBB${fake(b62, 24)}${fake(HEX, 8)}`,
      ],
    }),
  }),
  defineRule({
    id: 'bitbucket-access-token',
    title: 'Bitbucket Cloud access token (repository, project or workspace)',
    severity: 'critical',
    confidence: 'medium',
    description: 'Acts on the repositories it was issued for, within its scopes.',
    remediation: 'Revoke it in the settings of the repository, project or workspace under Access tokens.',
    references: ['https://support.atlassian.com/bitbucket-cloud/docs/access-tokens/'],
    environment: ['BITBUCKET_TOKEN', 'BITBUCKET_ACCESS_TOKEN'],
    anchors: ['ATCTT3xFfGN0'],
    // The `=` before the checksum may stand escaped, as in addresses and property files.
    pattern: token('ATCTT3xFfGN0', `${run(b64u, 120, 220)}(?:=|%3D|\\\\=)${run(HEX, 8)}`, b62),
    binary: true,
    judge: judgeCrc,
    examples: () => ({
      leaks: [
        leak`BITBUCKET_TOKEN=${withCrc(`ATCTT3xFfGN0${fake(b64u, 171, 1)}=`)}`,
        leak`Authorization: Bearer ${withCrc(`ATCTT3xFfGN0${fake(b64u, 171, 2)}=`)}`,
      ],
      clean: [`ATCTT3xFfGN0${fake(b64u, 171)}=${fake(HEX, 7)}`, `ATCTT3xFfGN0${fake(b64u, 60)}=${fake(HEX, 8)}`],
    }),
  }),
  defineRule({
    id: 'bitbucket-data-center-token',
    title: 'Bitbucket Data Center access token',
    severity: 'critical',
    description: 'Acts as its user, or on the project or repository it was issued for.',
    remediation: 'Revoke it in Bitbucket under Manage account › HTTP access tokens, or in the project or repository.',
    references: ['https://confluence.atlassian.com/bitbucketserver/http-access-tokens-939515499.html'],
    environment: ['BITBUCKET_TOKEN'],
    anchors: ['BBDC-'],
    pattern: token('BBDC-', run(b64, 44), b64),
    binary: true,
    judge: structure('a number and random bytes', isNumberAndBytes),
    examples: () => ({
      leaks: [leak`BITBUCKET_TOKEN=${fakeDataCenter(1)}`, leak`Authorization: Bearer ${fakeDataCenter(2)}`],
      clean: [`BBDC-${fake(b64, 44)}`, fakeDataCenter(3).slice(0, -1), `${fakeDataCenter(3)}a`],
    }),
  }),
  defineNamedRule({
    id: 'bitbucket-oauth-secret',
    title: 'Bitbucket OAuth consumer secret',
    severity: 'high',
    confidence: 'medium',
    description: 'Lets anyone pose as the OAuth consumer, and act for its workspace.',
    remediation: 'Delete the consumer in the workspace under Settings › OAuth consumers, then add a new one.',
    references: ['https://support.atlassian.com/bitbucket-cloud/docs/access-tokens/'],
    environment: ['BITBUCKET_CLIENT_SECRET'],
    words: ['bitbucket'],
    names: /secret/i,
    value: whole(run(b62, 32, 64)),
    judge: mixed,
    examples: () => ({
      leaks: [leak`BITBUCKET_CLIENT_SECRET=${fake(b62, 32, 1)}`, leak`bitbucket_oauth_secret: "${fake(b62, 32, 2)}"`],
      clean: [
        `CLIENT_SECRET=${fake(b62, 32)}`,
        `BITBUCKET_CLIENT_SECRET=${fake(b62, 31)}`,
        `BITBUCKET_CLIENT_SECRET=${fake(b62, 65)}`,
      ],
    }),
  }),
];
