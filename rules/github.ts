import {
  alone,
  b62,
  b64u,
  base32,
  base62Crc32,
  checksum,
  decodeJwt,
  defineNamedRule,
  defineRule,
  dig,
  fake,
  fakeJwt,
  held,
  hex,
  leak,
  plausible,
  run,
  sha256,
  token,
  whole,
} from '../src/rule-kit/index.ts';

const references = ['https://docs.github.com/en/authentication/keeping-your-account-and-data-secure'] as const;
const environment = ['GITHUB_TOKEN', 'GH_TOKEN'];
const prefixLength = 4;

/** The last six characters are the CRC-32 of the rest of the body. Source: GitHub's note on token formats, 2021-04-05. */
const endsInCrc32 = (secret: string): boolean => secret.slice(-6) === base62Crc32(secret.slice(prefixLength, -6));

const withCrc32 = (prefix: string, length: number, seed: number): string => {
  const body = fake(b62, length - 6, seed);
  return prefix + body + base62Crc32(body);
};

/** Eight characters of base 32 of the SHA-256 of what stands before, then eight more random ones. */
const fineGrainedCheck = (head: string): string => base32(sha256(head)).slice(0, 8);
const fineGrainedHead = 'github_pat_'.length + 22 + 1 + 43;

function fakeFineGrained(seed: number): string {
  const head = `github_pat_${fake(b62, 22, seed)}_${fake(b62, 43, seed + 1)}`;
  return head + fineGrainedCheck(head) + fake(b62, 8, seed);
}

/** An installation token that carries its own claims: `ghs_`, the app's number, a JWT. */
const fakeStateless = (seed: number): string =>
  `ghs_${fake(dig, 7, seed)}_${fakeJwt({ iss: 'github', exp: 1790000000, app: seed }, seed)}`;

/** A commit id has the shape of GitHub's oldest tokens; names that speak of commits are not theirs. */
const oldTokenName = /^(?!.*(?:sha|commit|rev|hash|ref|tree)).*(?:token|pat$|oauth|access|auth|pass)/i;
const clientSecretName = /(?:client|oauth|app|webhook)[-_.]?(?:\w{0,20}[-_.])?secret/i;

export const github = [
  defineRule({
    id: 'github-classic-token',
    title: 'GitHub personal access token (classic)',
    severity: 'critical',
    description: 'Acts as its owner on every repository and organisation the owner can reach.',
    remediation: 'Delete the token under Settings › Developer settings, then issue a fine-grained one.',
    references,
    environment,
    anchors: ['ghp_'],
    pattern: token('ghp_', run(b62, 36), b62),
    binary: true,
    judge: checksum(endsInCrc32),
    examples: () => ({
      leaks: [leak`GITHUB_TOKEN=${withCrc32('ghp_', 36, 1)}`, leak`{ "token": "${withCrc32('ghp_', 36, 2)}" }`],
      clean: [`ghp_${'x'.repeat(36)}`, `ghp_${fake(b62, 36)}`, `ghp_${fake(b62, 35)}`],
    }),
  }),
  defineRule({
    id: 'github-fine-grained-token',
    title: 'GitHub fine-grained personal access token',
    severity: 'critical',
    description: 'Acts as its owner on the repositories and with the permissions it was issued for.',
    remediation: 'Delete the token under Settings › Developer settings › Fine-grained tokens, then issue a new one.',
    references,
    environment,
    anchors: ['github_pat_'],
    pattern: token('github_pat_', `${run(b62, 22)}_${run(b62, 59)}`, b62),
    binary: true,
    judge: checksum(
      (secret) =>
        secret.slice(fineGrainedHead, fineGrainedHead + 8) === fineGrainedCheck(secret.slice(0, fineGrainedHead)),
    ),
    examples: () => ({
      leaks: [leak`GH_TOKEN=${fakeFineGrained(1)}`],
      clean: [`github_pat_${fake(b62, 22)}_${fake(b62, 59)}`],
    }),
  }),
  defineRule({
    id: 'github-oauth-token',
    title: 'GitHub OAuth access token',
    severity: 'critical',
    description: 'Acts as the user who authorised an OAuth app, within the scopes granted. The GitHub CLI stores one.',
    remediation:
      'Revoke the app under Settings › Applications › Authorized OAuth Apps; for the GitHub CLI run `gh auth logout` and log in again.',
    references,
    environment,
    anchors: ['gho_'],
    pattern: token('gho_', run(b62, 36), b62),
    binary: true,
    judge: checksum(endsInCrc32),
    examples: () => ({
      leaks: [
        leak`    oauth_token: ${withCrc32('gho_', 36, 3)}`,
        leak`curl -H "Authorization: token ${withCrc32('gho_', 36, 4)}" $URL`,
      ],
      clean: [`gho_${fake(b62, 36)}`, `echo_${withCrc32('gho_', 36, 3)}`, `gho_${fake(b62, 30)}`],
    }),
  }),
  defineRule({
    id: 'github-app-user-token',
    title: 'GitHub App user access token',
    severity: 'critical',
    description: 'Acts as a user through a GitHub App, on what both may reach. It may live eight hours or for ever.',
    remediation: 'Revoke the authorisation under Settings › Applications › Authorized GitHub Apps.',
    references,
    anchors: ['ghu_'],
    pattern: token('ghu_', run(b62, 36), b62),
    binary: true,
    judge: checksum(endsInCrc32),
    examples: () => ({
      leaks: [
        leak`const token = '${withCrc32('ghu_', 36, 5)}';`,
        leak`{ "oauth_token": "${withCrc32('ghu_', 36, 6)}" }`,
      ],
      clean: [`ghu_${fake(b62, 36)}`, `ghu_${fake(b62, 37)}`],
    }),
  }),
  defineRule({
    id: 'github-app-installation-token',
    title: 'GitHub App installation access token',
    severity: 'high',
    description: 'Acts as a GitHub App on the repositories it is installed on, for up to an hour.',
    remediation:
      'Revoke it with `DELETE /installation/token`, and find out how a token of a running job came to be written down.',
    references,
    environment,
    anchors: ['ghs_'],
    pattern: token('ghs_', run(b62, 36), b62),
    binary: true,
    judge: checksum(endsInCrc32),
    examples: () => ({
      leaks: [
        leak`git clone https://x-access-token:${withCrc32('ghs_', 36, 7)}@github.com/o/r`,
        leak`GITHUB_TOKEN: "${withCrc32('ghs_', 36, 8)}"`,
      ],
      clean: [`ghs_${fake(b62, 36)}`, `ghs_${fake(b62, 20)}`],
    }),
  }),
  defineRule({
    id: 'github-app-stateless-token',
    title: 'GitHub App installation access token (stateless)',
    severity: 'high',
    description: 'Acts as a GitHub App on the repositories it is installed on, for up to an hour.',
    remediation:
      'Revoke it with `DELETE /installation/token`, and find out how a token of a running job came to be written down.',
    references,
    environment,
    anchors: ['ghs_'],
    pattern: alone(
      `ghs_${run(dig, 1, 12)}_eyJ${run(b64u, 10, 400)}\\.eyJ${run(b64u, 10, 1500)}\\.${run(b64u, 30, 700)}`,
      b64u,
    ),
    reach: { after: 2700 },
    binary: true,
    judge: ({ secret }) =>
      decodeJwt(secret.slice(secret.indexOf('_eyJ') + 1)) ? plausible : held('bad-structure', 'not a JWT'),
    examples: () => ({
      leaks: [leak`GITHUB_TOKEN=${fakeStateless(1)}`, leak`  "token": "${fakeStateless(2)}",`],
      clean: [
        `ghs_${fake(dig, 7)}_eyJ${fake(b64u, 40)}.eyJ${fake(b64u, 80)}.${fake(b64u, 43)}`,
        `ghs_${fake(dig, 7)}_${fake(b64u, 80)}`,
      ],
    }),
  }),
  defineRule({
    id: 'github-refresh-token',
    title: 'GitHub App refresh token',
    severity: 'critical',
    description: 'Together with the client secret of its GitHub App it yields user access tokens, for six months.',
    remediation: 'Revoke the authorisation under Settings › Applications › Authorized GitHub Apps.',
    references,
    anchors: ['ghr_'],
    pattern: token('ghr_', run(b62, 76), b62),
    binary: true,
    judge: checksum(endsInCrc32),
    examples: () => ({
      leaks: [
        leak`refresh_token=${withCrc32('ghr_', 76, 9)}&token_type=bearer`,
        leak`{"refresh_token":"${withCrc32('ghr_', 76, 10)}"}`,
      ],
      clean: [`ghr_${fake(b62, 76)}`, `ghr_${fake(b62, 36)}`],
    }),
  }),
  defineNamedRule({
    id: 'github-oauth-client-secret',
    title: 'GitHub OAuth or App client secret',
    severity: 'high',
    confidence: 'medium',
    description: 'Lets anyone pose as the OAuth or GitHub App when it trades codes and refresh tokens for user tokens.',
    remediation:
      'Generate a new client secret in the app under Settings › Developer settings, then delete the old one.',
    references: ['https://docs.github.com/en/apps/oauth-apps'],
    partner: {
      what: 'the client id',
      pattern: /client[-_ ]?id\W{1,8}(?<id>(?:Iv1\.|Iv23|Ov23)[0-9A-Za-z]{10,20}|[0-9a-f]{20})(?![0-9A-Za-z])/i,
    },
    environment: ['GITHUB_CLIENT_SECRET', 'GITHUB_SECRET'],
    words: ['github'],
    names: clientSecretName,
    value: whole(run(hex, 40)),
    examples: () => ({
      leaks: [
        leak`GITHUB_CLIENT_SECRET=${fake(hex, 40, 1)}`,
        leak`providers: [GitHub({ clientSecret: '${fake(hex, 40, 2)}' })]`,
      ],
      clean: [`GITHUB_SHA=${fake(hex, 40)}`, `GITHUB_CLIENT_SECRET=${fake(hex, 32)}`],
    }),
  }),
  defineNamedRule({
    id: 'github-old-token',
    title: 'GitHub personal access token (before 2021)',
    severity: 'high',
    confidence: 'medium',
    description: 'Where it was never replaced it still acts as its owner, within the scopes it was given.',
    remediation:
      'Delete the token under Settings › Developer settings › Tokens (classic), then issue a fine-grained one.',
    references,
    environment,
    words: ['github', 'ghtoken'],
    names: oldTokenName,
    value: whole(run(hex, 40)),
    neighbours: false,
    examples: () => ({
      leaks: [leak`GITHUB_TOKEN=${fake(hex, 40, 3)}`, leak`github_access_token: "${fake(hex, 40, 4)}"`],
      clean: [`github_commit: "${fake(hex, 40)}"`, `GITHUB_TOKEN_SHA=${fake(hex, 40)}`, `TOKEN=${fake(hex, 40)}`],
    }),
  }),
];
