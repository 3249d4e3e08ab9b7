import {
  alone,
  b62,
  b64,
  checksum,
  crc32,
  decodeJson,
  defineRule,
  fake,
  hex,
  hexi,
  leak,
  run,
  structure,
  token,
} from '../src/rule-kit/index.ts';

const references = ['https://grafana.com/docs/grafana/latest/administration/service-accounts/'] as const;
const environment = ['GRAFANA_TOKEN', 'GRAFANA_API_KEY'];

/** The last eight digits are the CRC-32 of the 37 characters before `_`, its bytes in little-endian order. */
function littleEndianCrc(head: string): string {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(crc32(head));
  return bytes.toString('hex');
}
const endsInCrc = (secret: string): boolean => secret.slice(38) === littleEndianCrc(secret.slice(0, 37));

function fakeServiceToken(seed: number): string {
  const head = `glsa_${fake(b62, 32, seed)}`;
  return `${head}_${littleEndianCrc(head)}`;
}

const jsonOf = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64');
const fakeCloudToken = (seed: number): string =>
  `glc_${jsonOf({ o: '4711', n: `writer-${seed}`, k: fake(b62, 24, seed), m: { r: 'us' } })}`;
const fakeLegacyKey = (seed: number): string => jsonOf({ k: fake(b62, 32, seed), n: `deploy-${seed}`, id: 1 });

const holds = (part: string, names: readonly string[]): boolean => {
  const value = decodeJson(part);
  return value !== undefined && names.every((name) => name in value);
};

export const grafana = [
  defineRule({
    id: 'grafana-service-account-token',
    title: 'Grafana service account token',
    severity: 'high',
    description: 'Acts with the role of its service account: dashboards, data sources, alerts, often as administrator.',
    remediation: 'Delete the token under Administration › Service accounts of the instance, then add a new one.',
    references,
    environment,
    anchors: ['glsa_'],
    pattern: token('glsa_', `${run(b62, 32)}_${run(hexi, 8)}`, b62),
    binary: true,
    judge: checksum(endsInCrc),
    examples: () => ({
      leaks: [leak`GRAFANA_TOKEN=${fakeServiceToken(1)}`, leak`Authorization: Bearer ${fakeServiceToken(2)}`],
      clean: [`glsa_${fake(b62, 32)}_${fake(hex, 8)}`, fakeServiceToken(3).slice(0, -1)],
    }),
  }),
  defineRule({
    id: 'grafana-cloud-token',
    title: 'Grafana Cloud access policy token',
    severity: 'high',
    description: 'Reads or writes metrics, logs and traces of the organisation, as its access policy allows.',
    remediation: 'Delete the token under Access Policies on grafana.com, then create a new one.',
    references: ['https://grafana.com/docs/grafana-cloud/security-and-account-management/'],
    environment: ['GRAFANA_CLOUD_TOKEN', ...environment],
    anchors: ['glc_eyJ'],
    pattern: alone(`glc_eyJ${run(b64, 60, 400)}={0,2}`, b64),
    binary: true,
    judge: structure('JSON as Grafana Cloud issues it', (secret) => holds(secret.slice(4), ['o', 'n', 'k'])),
    examples: () => ({
      leaks: [leak`GRAFANA_CLOUD_TOKEN=${fakeCloudToken(1)}`, leak`password: "${fakeCloudToken(2)}"`],
      clean: [`glc_eyJ${fake(b62, 100)}`, `glc_${jsonOf({ o: '4711', name: 'writer', key: fake(b62, 40) })}`],
    }),
  }),
  defineRule({
    id: 'grafana-api-key',
    title: 'Grafana API key (before service accounts)',
    severity: 'high',
    description: 'Acts with the role it was made for on one organisation of the instance.',
    remediation: 'Delete the key under Administration › API keys or Service accounts, then add a token.',
    references,
    environment,
    anchors: ['eyJrIjoi'],
    pattern: alone(`eyJrIjoi${run(b64, 60, 400)}={0,2}`, b64),
    binary: true,
    judge: structure('JSON as Grafana issues it', (secret) => holds(secret, ['k', 'n', 'id'])),
    examples: () => ({
      leaks: [leak`GRAFANA_API_KEY=${fakeLegacyKey(1)}`, leak`Authorization: Bearer ${fakeLegacyKey(2)}`],
      clean: [`eyJrIjoi${fake(b62, 80)}`, jsonOf({ k: fake(b62, 60), title: 'x' })],
    }),
  }),
];
