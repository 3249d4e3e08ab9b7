import { b36l, b62, checksum, defineRule, fake, hex, hexCrc32, leak, run, token } from '../src/rule-kit/index.ts';

/** The last eight digits are the CRC-32 of the 32 characters before `_`. */
const endsInCrc = (secret: string): boolean => secret.slice(-8) === hexCrc32(secret.slice('zpka_'.length, -9));

function fakeKey(seed: number): string {
  const body = fake(b36l, 32, seed);
  return `zpka_${body}_${hexCrc32(body)}`;
}

export const zuplo = [
  defineRule({
    id: 'zuplo-api-key',
    title: 'Zuplo API key',
    severity: 'high',
    description: 'Calls the API behind a Zuplo gateway as one of its consumers, or the management API of Zuplo itself.',
    remediation: 'Roll the key of the consumer in the Zuplo portal.',
    references: ['https://zuplo.com/docs/articles/api-key-management'],
    environment: ['ZUPLO_API_KEY'],
    anchors: ['zpka_'],
    pattern: token('zpka_', `${run(b36l, 32)}_${run(hex, 8)}`, b62),
    binary: true,
    judge: checksum(endsInCrc),
    examples: () => ({
      leaks: [leak`ZUPLO_API_KEY=${fakeKey(1)}`, leak`Authorization: Bearer ${fakeKey(2)}`],
      clean: [`zpka_${fake(b36l, 32)}_${fake(hex, 8)}`, fakeKey(3).slice(0, -1)],
    }),
  }),
];
