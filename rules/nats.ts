import {
  alone,
  b32,
  b62,
  base32,
  checksum,
  defineRule,
  fake,
  fromBase32,
  hex,
  leak,
  run,
} from '../src/rule-kit/index.ts';

/** CRC-16 as XMODEM has it: polynomial 0x1021, starting at zero. */
function crc16(bytes: Uint8Array): number {
  let crc = 0;
  for (const byte of bytes) {
    crc ^= byte << 8;
    for (let bit = 0; bit < 8; bit++) crc = crc & 0x8000 ? ((crc << 1) ^ 0x1021) & 0xffff : (crc << 1) & 0xffff;
  }
  return crc;
}

/** Two bytes of prefix, 32 of seed, then the CRC-16 of them in little-endian order. */
function endsInCrc(secret: string): boolean {
  const bytes = fromBase32(secret);
  if (bytes?.length !== 36) return false;
  return crc16(bytes.subarray(0, 34)) === ((bytes[34] ?? 0) | ((bytes[35] ?? 0) << 8));
}

/** The prefix byte of a seed and, over two bytes, the kind of key: account, user or operator. */
const kinds = { account: [0x90, 0x00], user: [0x95, 0x00], operator: [0x93, 0x80] } as const;

function fakeSeed(kind: keyof typeof kinds, seed: number): string {
  const head = Buffer.concat([Uint8Array.from(kinds[kind]), Buffer.from(fake(hex, 64, seed), 'hex')]);
  const crc = crc16(head);
  return base32(Buffer.concat([head, Uint8Array.of(crc & 0xff, crc >>> 8)]));
}

export const nats = [
  defineRule({
    id: 'nats-nkey-seed',
    title: 'NATS NKEY seed',
    severity: 'critical',
    description: 'Signs in as the user, or signs accounts and users as the account or operator it belongs to.',
    remediation:
      'Make a new key with nsc or nk, replace the public key in the server or account, and revoke the old one.',
    references: ['https://docs.nats.io/running-a-nats-service/configuration/securing_nats/auth_intro/nkey_auth'],
    environment: ['NATS_NKEY_SEED', 'NATS_SEED'],
    anchors: ['SUA', 'SAA', 'SOA', 'SCA', 'SNA', 'SXA'],
    pattern: alone(`(?:SUA|SAA|SOA|SCA|SNA|SXA)${run(b32, 55)}`, b62),
    judge: checksum(endsInCrc),
    examples: () => ({
      leaks: [
        leak`NATS_SEED=${fakeSeed('user', 1)}`,
        leak`nsc import keys # ${fakeSeed('operator', 2)}`,
        leak`seed: "${fakeSeed('account', 3)}"`,
      ],
      clean: [`SUA${fake(b32, 55)}`, fakeSeed('user', 4).slice(0, -1)],
    }),
  }),
];
