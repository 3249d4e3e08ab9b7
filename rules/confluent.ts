import {
  b62,
  b64,
  because,
  checksum,
  crc32,
  defineNamedRule,
  defineRule,
  fake,
  held,
  leak,
  plausible,
  run,
  START,
  whole,
} from '../src/rule-kit/index.ts';

const facts = {
  severity: 'critical',
  description: 'With its key id it reads and writes topics of a cluster, or administers Confluent Cloud.',
  remediation: 'Delete the API key in the Confluent Cloud console under API keys, then create a new one.',
  references: [
    'https://docs.confluent.io/cloud/current/security/authenticate/workload-identities/service-accounts/api-keys/overview.html',
  ],
  environment: ['CONFLUENT_CLOUD_API_SECRET', 'KAFKA_API_SECRET'],
} as const;

/** The first six base-64 characters of the CRC-32 of the body, its bytes in little-endian order. Source: public detection rules. */
function crcOf(body: string): string {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(crc32(body));
  return bytes.toString('base64').slice(0, 6);
}

const fakeSecret = (seed: number): string => {
  const body = fake(b64, 54, seed);
  return `cflt${body}${crcOf(body)}`;
};

export const confluent = [
  defineRule({
    ...facts,
    id: 'confluent-api-secret',
    title: 'Confluent Cloud API secret',
    anchors: ['cflt'],
    pattern: new RegExp(`${START}(?<![+/])(?<secret>cflt${run(b64, 60)})(?![A-Za-z0-9+/=_-])`),
    binary: true,
    judge: checksum((secret) => crcOf(secret.slice(4, 58)) === secret.slice(58)),
    examples: () => ({
      leaks: [
        leak`CONFLUENT_CLOUD_API_SECRET=${fakeSecret(1)}`,
        leak`sasl.jaas.config=... username="KEY" password="${fakeSecret(2)}";`,
      ],
      clean: [`cflt${fake(b64, 60)}`, fakeSecret(3).slice(0, -1), `a${fakeSecret(3)}`],
    }),
  }),
  defineNamedRule({
    ...facts,
    id: 'confluent-old-api-secret',
    title: 'Confluent Cloud API secret (older form)',
    confidence: 'medium',
    words: ['confluent', 'confluent.cloud'],
    names: /secret|password/i,
    value: whole(run(b64, 64)),
    judge: ({ secret }) => {
      if (secret.startsWith('cflt')) return held('bad-checksum');
      if (!/[a-z]/.test(secret) || !/[A-Z]/.test(secret)) return held('bad-structure', 'not of both cases');
      return /[+/]/.test(secret) ? plausible : because('neither plus nor slash in it', -1);
    },
    examples: () => ({
      leaks: [
        leak`CONFLUENT_API_SECRET=${`${fake(b64, 62, 1)}+a`}`,
        leak`confluent_cloud_api_secret: "${`${fake(b64, 62, 2)}/B`}"`,
      ],
      clean: [`API_SECRET=${fake(b64, 64)}`, `CONFLUENT_API_SECRET=${fake(b62, 63)}`],
    }),
  }),
];
