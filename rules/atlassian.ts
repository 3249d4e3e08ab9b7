import {
  alone,
  b62,
  b64,
  b64u,
  because,
  checksum,
  defineNamedRule,
  defineRule,
  dig,
  fake,
  HEX,
  held,
  hexCrc32,
  leak,
  plausible,
  proven,
  run,
  sha256,
  structure,
  whole,
} from '../src/rule-kit/index.ts';

const references = [
  'https://support.atlassian.com/atlassian-account/docs/manage-api-tokens-for-your-atlassian-account/',
] as const;
const environment = ['ATLASSIAN_API_TOKEN', 'JIRA_API_TOKEN', 'CONFLUENCE_API_TOKEN'];
const remediation =
  'Revoke the token under Security › API tokens at id.atlassian.com, then create one with scopes and an end date.';
const words: readonly [string, ...string[]] = ['atlassian', 'jira', 'confluence'];

/** The `=` before the checksum may stand escaped, as in addresses and property files. */
const equals = String.raw`(?:=|%3D|\\=)`;
const plain = (secret: string): string => secret.replace(/(?:%3D|\\=)([0-9A-F]{8})$/, '=$1');

/** The last eight digits are the CRC-32, in upper-case hexadecimal, of all that stands before them. */
function endsInCrc(secret: string): boolean {
  const text = plain(secret);
  return text.slice(-8) === hexCrc32(text.slice(0, -8)).toUpperCase();
}

function withCrc(prefix: string, length: number, seed: number): string {
  const head = `${prefix}${fake(b64u, length - prefix.length - 9, seed)}=`;
  return head + hexCrc32(head).toUpperCase();
}

/** `<integer>:<random bytes>`: the content of a data-centre token. */
function isIdAndBytes(secret: string): boolean {
  return /^[0-9]{6,16}:/.test(Buffer.from(secret, 'base64').toString('latin1'));
}
const dataCenterToken = (seed: number): string =>
  Buffer.concat([Buffer.from(`${fake(dig, 12, seed + 1)}:`), sha256(fake(b62, 12, seed)).subarray(0, 20)]).toString(
    'base64',
  );

export const atlassian = [
  defineRule({
    id: 'atlassian-api-token',
    title: 'Atlassian API token',
    severity: 'high',
    description: 'Acts as its owner in Jira, Confluence and the other Atlassian products of the account.',
    remediation,
    references,
    environment,
    anchors: ['ATATT3xFfGF0'],
    pattern: alone(`ATATT3xFfGF0${run(b64u, 120, 220)}${equals}${run(HEX, 8)}`, b62),
    binary: true,
    judge: checksum(endsInCrc),
    examples: () => ({
      leaks: [
        leak`JIRA_API_TOKEN=${withCrc('ATATT3xFfGF0', 192, 1)}`,
        leak`curl -u "me@example.org:${withCrc('ATATT3xFfGF0', 192, 2)}" https://example.atlassian.net`,
      ],
      clean: [
        `ATATT3xFfGF0${fake(b64u, 171)}=${fake(HEX, 8)}`,
        withCrc('ATATT3xFfGF0', 192, 3).slice(0, -1),
        `ATATT3xFfGF0${'x'.repeat(171)}=01234567`,
      ],
    }),
  }),
  defineRule({
    id: 'atlassian-admin-key',
    title: 'Atlassian admin or service key',
    severity: 'critical',
    description: 'Calls the administration API of the organisation: users, groups and policies.',
    remediation: 'Revoke the key under Settings › API keys at admin.atlassian.com, then create a new one.',
    references: [
      'https://support.atlassian.com/organization-administration/docs/manage-an-organization-with-the-admin-apis/',
    ],
    environment: ['ATLASSIAN_ADMIN_API_KEY'],
    anchors: ['ATSTT3x', 'ATCTT3x'],
    pattern: alone(`(?:ATSTT3x|ATCTT3x(?!FfGN0))${run(b64u, 120, 220)}${equals}${run(HEX, 8)}`, b62),
    binary: true,
    judge: (match) => (endsInCrc(match.secret) ? proven('checksum valid') : because('the checksum does not fit', -1)),
    examples: () => ({
      leaks: [
        leak`ATLASSIAN_ADMIN_API_KEY=${withCrc('ATCTT3xFfGQ0', 192, 1)}`,
        leak`Authorization: Bearer ${withCrc('ATSTT3xFfGF0', 192, 2)}`,
      ],
      clean: [`ATSTT3x${fake(b64u, 60)}=${fake(HEX, 8)}`, `ATCTT3x${fake(b62, 176)}`],
    }),
  }),
  defineNamedRule({
    id: 'atlassian-legacy-token',
    title: 'Atlassian API token without prefix',
    severity: 'high',
    description: 'Acts as its owner in Jira, Confluence and the other Atlassian products of the account.',
    remediation,
    references,
    environment,
    words,
    names: /token|secret|api.?key|pass/i,
    neighbours: false,
    value: whole(run(b62, 24)),
    judge: (match) => (/[0-9]/.test(match.secret) && /[A-Za-z]/.test(match.secret) ? plausible : held('words')),
    examples: () => ({
      leaks: [leak`JIRA_API_TOKEN=${`${fake(b62, 23)}7`}`, leak`{ "confluenceToken": "${`${fake(b62, 23, 2)}4`}" }`],
      clean: [`JIRA_API_TOKEN=${fake(b62, 23)}`, `api_token=${fake(b62, 24)}`, 'JIRA_TOKEN=jiraServiceAccountApiTok'],
    }),
  }),
  defineNamedRule({
    id: 'atlassian-data-center-token',
    title: 'Jira, Confluence or Bitbucket Data Center token',
    severity: 'high',
    description: 'Acts as its owner on the server it was made on.',
    remediation: 'Revoke the token in the profile of the user under Personal access tokens, then create a new one.',
    references: ['https://confluence.atlassian.com/enterprise/using-personal-access-tokens-1026032365.html'],
    environment: ['JIRA_PAT', 'CONFLUENCE_PAT'],
    words: ['atlassian', 'jira', 'confluence', 'bitbucket'],
    names: /token|secret|pat|key|pass|auth/i,
    value: whole(`[MNO]${run(b64, 43)}`),
    judge: structure('base64 of an id and random bytes', isIdAndBytes),
    examples: () => ({
      leaks: [leak`JIRA_PAT=${dataCenterToken(1)}`, leak`CONFLUENCE_TOKEN: "${dataCenterToken(2)}"`],
      clean: [
        `JIRA_PAT=N${fake(b64, 43)}`,
        `some_token=${dataCenterToken(3)}`,
        `JIRA_PAT=${dataCenterToken(4).slice(1)}`,
      ],
    }),
  }),
];
