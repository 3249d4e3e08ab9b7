import {
  b64u,
  defineNamedRule,
  defineRule,
  fake,
  fakeUuid,
  hex,
  leak,
  mixed,
  run,
  token,
  UUID,
  whole,
} from '../src/rule-kit/index.ts';

export const mongodbAtlas = [
  defineRule({
    id: 'mongodb-atlas-service-account-secret',
    title: 'MongoDB Atlas service account secret',
    severity: 'critical',
    description: 'With its id it administers the Atlas projects or the organisation it belongs to.',
    remediation:
      'Delete the secret in Atlas under Organization › Applications › Service accounts, then generate a new one.',
    references: ['https://www.mongodb.com/docs/atlas/configure-api-access/'],
    environment: ['MONGODB_ATLAS_CLIENT_SECRET'],
    anchors: ['mdb_sa_sk_'],
    pattern: token('mdb_sa_sk_', run(b64u, 40), b64u),
    binary: true,
    judge: mixed,
    examples: () => ({
      leaks: [
        leak`MONGODB_ATLAS_CLIENT_SECRET=${`mdb_sa_sk_${fake(b64u, 40, 1)}`}`,
        leak`client_secret: ${`mdb_sa_sk_${fake(b64u, 40, 2)}`}`,
      ],
      clean: [
        `mdb_sa_sk_${fake(b64u, 39)}`,
        `mdb_sa_sk_${fake(b64u, 41)}`,
        `amdb_sa_sk_${fake(b64u, 40, 3)}`,
        `mdb_sa_sk_${'x'.repeat(40)}`,
        `mdb_sa_id_${fake(hex, 24)}`,
      ],
    }),
  }),
  defineNamedRule({
    id: 'mongodb-atlas-private-key',
    title: 'MongoDB Atlas API private key',
    severity: 'critical',
    confidence: 'medium',
    description: 'With its public key it administers the Atlas projects or the organisation it belongs to.',
    remediation: 'Delete the key in Atlas under Organization › Applications › API keys, then create a new one.',
    references: ['https://www.mongodb.com/docs/atlas/configure-api-access/'],
    environment: ['MONGODB_ATLAS_PRIVATE_KEY', 'MCLI_PRIVATE_API_KEY'],
    words: ['atlas', 'mcliprivate'],
    names: /private|api[-_]?key|secret/i,
    value: whole(UUID),
    // `at last` and `stream client` hold words of this vendor.
    neighbours: false,
    examples: () => ({
      leaks: [leak`MONGODB_ATLAS_PRIVATE_KEY=${fakeUuid(1)}`, leak`atlas_private_api_key: "${fakeUuid(2)}"`],
      clean: [`PRIVATE_KEY=${fakeUuid()}`, `MONGODB_ATLAS_PRIVATE_KEY=${fake(hex, 32)}`],
    }),
  }),
];
