import {
  alone,
  b58,
  b62,
  b64,
  b64u,
  base64Alignments,
  decodeJwt,
  defineRule,
  dig,
  fake,
  fakeJwt,
  held,
  JWT,
  leak,
  proven,
  run,
  structure,
  token,
} from '../src/rule-kit/index.ts';

const description = 'Acts as its user in Artifactory: reads private packages, and replaces what others install.';
const environment = ['JFROG_ACCESS_TOKEN', 'ARTIFACTORY_API_KEY', 'JF_ACCESS_TOKEN'];
const remediation = 'Revoke the token in the JFrog platform under User management › Access tokens.';
const references = ['https://jfrog.com/help/r/jfrog-platform-administration-documentation/access-tokens'] as const;

/** `reftkn:`, a number, the time of its end in seconds, random characters. */
const isReference = (secret: string): boolean =>
  /^reftkn:\d{1,4}:\d{10}:[\x21-\x7e]{10,}$/.test(Buffer.from(secret, 'base64').toString('latin1'));
const fakeReference = (seed: number): string =>
  Buffer.from(`reftkn:01:17${fake(dig, 8, seed)}:${fake(b62, 27, seed)}`).toString('base64');

const claims = (issuer: string) => ({ sub: `${issuer}/users/bob`, scp: 'applied-permissions/admin', iss: issuer });

export const jfrog = [
  defineRule({
    id: 'jfrog-api-key',
    title: 'JFrog API key',
    severity: 'critical',
    description,
    remediation:
      'Revoke the key in the JFrog platform under Edit profile › API key; JFrog has retired this kind of key.',
    references,
    environment,
    anchors: ['AKCp'],
    pattern: token('AKCp', run(b58, 69), b62),
    binary: true,
    examples: () => ({
      leaks: [
        leak`ARTIFACTORY_API_KEY=${`AKCp${fake(b58, 69, 1)}`}`,
        leak`curl -H "X-JFrog-Art-Api: ${`AKCp${fake(b58, 69, 2)}`}" https://acme.jfrog.io`,
      ],
      clean: [`AKCp${fake(b58, 68)}`, `AKCp${fake(b58, 70)}`, `AKCp${'0'.repeat(69)}`],
    }),
  }),
  defineRule({
    id: 'jfrog-reference-token',
    title: 'JFrog reference token',
    severity: 'critical',
    description,
    remediation,
    references,
    environment,
    anchors: ['cmVmdGtuO'],
    pattern: token('cmVmdGtuO', run(b64, 55), b64),
    binary: true,
    judge: structure('a reference token', isReference),
    examples: () => ({
      leaks: [leak`JFROG_ACCESS_TOKEN=${fakeReference(1)}`, leak`_authToken=${fakeReference(2)}`],
      clean: [`cmVmdGtuO${fake(b64, 55)}`, fakeReference(3).slice(0, -1), `${fakeReference(4)}a`],
    }),
  }),
  defineRule({
    id: 'jfrog-access-token',
    title: 'JFrog access token',
    severity: 'critical',
    confidence: 'medium',
    description,
    remediation,
    references,
    environment,
    // `jfrt@` and `jfac@` are too short to be anchors in every alignment: a word of the claims is added to them.
    anchors: [...base64Alignments('"jfrt@'), ...base64Alignments('"jfac@'), ...base64Alignments('"jf-ac')],
    pattern: alone(JWT, b64u),
    reach: { before: 900, after: 1500 },
    judge: ({ secret }) => {
      const claims = decodeJwt(secret)?.claims;
      const issuer = `${claims?.['iss']} ${claims?.['sub']}`;
      return /^(?:jfrt@|jfac@|jf-)| (?:jfrt@|jfac@|jf-)/.test(issuer)
        ? proven('issued by a JFrog platform')
        : held('bad-structure', 'not issued by JFrog');
    },
    examples: () => ({
      leaks: [
        leak`JF_ACCESS_TOKEN=${fakeJwt(claims('jfrt@01abcdefgh'), 1)}`,
        leak`Authorization: Bearer ${fakeJwt(claims('jfac@01abcdefgh'), 2)}`,
      ],
      clean: [`JF_ACCESS_TOKEN=${fakeJwt({ iss: 'https://example.org', note: '"jfrt@' })}`, fakeJwt({ iss: 'jfrog' })],
    }),
  }),
];
