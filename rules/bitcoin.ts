import { b58, checksum, defineNamedRule, fake, hex, leak, run, sha256, whole } from '../src/rule-kit/index.ts';

/** The bytes of a base-58 text as Bitcoin has it, without leading zeros. */
function fromBase58(text: string): Uint8Array {
  let value = 0n;
  for (const character of text) value = value * 58n + BigInt(b58.characters.indexOf(character));
  const digits = value.toString(16);
  return Buffer.from(digits.length % 2 ? `0${digits}` : digits, 'hex');
}

function toBase58(bytes: Uint8Array): string {
  let text = '';
  for (let value = BigInt(`0x${Buffer.from(bytes).toString('hex')}`); value > 0n; value /= 58n)
    text = b58.characters[Number(value % 58n)] + text;
  return text;
}

/** The first four bytes of the SHA-256 of the SHA-256. */
const check = (payload: Uint8Array): Buffer => sha256(sha256(payload)).subarray(0, 4);

/** 0x80, 32 bytes of key, 0x01 where the public key is compressed, then the check of all that. */
function isImportFormat(secret: string): boolean {
  const bytes = fromBase58(secret);
  return bytes[0] === 0x80 && check(bytes.subarray(0, -4)).equals(bytes.subarray(-4));
}

function fakeKey(seed: number, compressed: boolean): string {
  const payload = Buffer.from(`80${fake(hex, 64, seed)}${compressed ? '01' : ''}`, 'hex');
  return toBase58(Buffer.concat([payload, check(payload)]));
}

export const bitcoin = [
  defineNamedRule({
    id: 'bitcoin-private-key',
    title: 'Bitcoin private key (WIF)',
    severity: 'critical',
    description: 'Spends everything its address holds, and nobody can undo it.',
    remediation: 'Move all funds to a new address at once. A key cannot be revoked.',
    references: ['https://developer.bitcoin.org/devguide/wallets.html'],
    environment: ['BITCOIN_PRIVATE_KEY', 'WIF'],
    anchors: ['wif', 'wallet'],
    words: ['bitcoin', 'btc', 'wif', 'private_key', 'privatekey', 'private-key', 'wallet'],
    names: /wif|key|secret|wallet/i,
    value: whole(`(?:5${run(b58, 50)}|[KL]${run(b58, 51)})`),
    judge: checksum(isImportFormat),
    examples: () => ({
      leaks: [leak`BITCOIN_PRIVATE_KEY=${fakeKey(1, true)}`, leak`const wif = "${fakeKey(2, false)}"`],
      clean: [
        `BITCOIN_PRIVATE_KEY=K${fake(b58, 51)}`,
        `WIF=${fakeKey(3, true).slice(0, -1)}`,
        `name = "${fakeKey(4, true)}"`,
      ],
    }),
  }),
];
