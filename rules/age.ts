import { b62, checksum, defineRule, fake, held, isPublic, leak, run, token } from '../src/rule-kit/index.ts';

const references = ['https://age-encryption.org/v1'] as const;

const charset = 'qpzry9x8gf2tvdw0s3jn54khce6mua7l';
const bech32Alphabet: typeof b62 = { characters: charset, inClass: '02-9ac-hj-np-z' };
const bech32Upper: typeof b62 = { characters: charset.toUpperCase(), inClass: '02-9AC-HJ-NP-Z' };
const generators = [0x3b6a57b2, 0x26508e6d, 0x1ea119fa, 0x3d4233dd, 0x2a1462b3];

/** The checksum polynomial of Bech32 (BIP-173) over values of five bits. */
function polymod(values: readonly number[]): number {
  let check = 1;
  for (const value of values) {
    const top = check >>> 25;
    check = ((check & 0x1ffffff) << 5) ^ value;
    for (const [bit, generator] of generators.entries()) if ((top >>> bit) & 1) check ^= generator;
  }
  return check;
}

const expand = (name: string): number[] => {
  const codes = [...name].map((character) => character.charCodeAt(0));
  return [...codes.map((code) => code >>> 5), 0, ...codes.map((code) => code & 31)];
};

const digitsOf = (text: string): number[] => [...text].map((character) => charset.indexOf(character));

/** True where the text is Bech32 with that human-readable part, in either case. */
function isBech32(text: string, name: string): boolean {
  const lower = text.toLowerCase();
  const digits = digitsOf(lower.slice(name.length + 1));
  return lower.startsWith(`${name}1`) && !digits.includes(-1) && polymod([...expand(name), ...digits]) === 1;
}

/** 32 bytes are 52 digits of five bits, the last of which ends in four zero bits. */
function withBech32(name: string, seed: number): string {
  const body = `${fake(bech32Alphabet, 51, seed)}q`;
  const check = polymod([...expand(name), ...digitsOf(body), 0, 0, 0, 0, 0, 0]) ^ 1;
  return `${name}1${body}${[25, 20, 15, 10, 5, 0].map((shift) => charset[(check >>> shift) & 31]).join('')}`;
}

const secretName = 'age-secret-key-';
const fakeIdentity = (seed: number): string => withBech32(secretName, seed).toUpperCase();

export const age = [
  defineRule({
    id: 'age-secret-key',
    title: 'age secret key',
    severity: 'critical',
    description: 'Decrypts every file that was encrypted to its recipient, SOPS files included.',
    remediation: 'Make a new identity with age-keygen, encrypt the files to it again, and rotate what they hold.',
    references,
    environment: ['SOPS_AGE_KEY'],
    anchors: ['AGE-SECRET-KEY-1'],
    pattern: token('AGE-SECRET-KEY-1', run(bech32Upper, 58), b62),
    binary: true,
    judge: checksum((secret) => isBech32(secret, secretName)),
    examples: () => ({
      leaks: [leak`SOPS_AGE_KEY=${fakeIdentity(1)}`, leak`# created: 2026-01-01\n${fakeIdentity(2)}\n`],
      clean: [
        `AGE-SECRET-KEY-1${fake(bech32Upper, 58)}`,
        fakeIdentity(3).slice(0, -1),
        `AGE-SECRET-KEY-1${'Q'.repeat(58)}`,
      ],
    }),
  }),
  defineRule({
    id: 'age-recipient',
    title: 'age recipient',
    severity: 'note',
    description: 'Encrypts files that only the holder of the secret key can read.',
    remediation: 'Nothing has to be done: a recipient is a public key.',
    references,
    anchors: ['age1'],
    pattern: token('age1', run(bech32Alphabet, 58), b62),
    judge: (match) => (isBech32(match.secret, 'age') ? isPublic('a recipient is a public key') : held('bad-checksum')),
    examples: () => ({
      leaks: [leak`recipients: "${withBech32('age', 1)}"`, leak`# public key: ${withBech32('age', 2)}`],
      clean: ['page1', `age1${fake(bech32Alphabet, 58)}`],
    }),
  }),
];
