import {
  b62,
  base32,
  base62Crc32,
  checksum,
  defineRule,
  fake,
  leak,
  run,
  sha256,
  token,
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
];
