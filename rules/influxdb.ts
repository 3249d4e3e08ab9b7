import { b64u, defineNamedRule, fake, leak, mixed, run, whole } from '../src/rule-kit/index.ts';

export const influxdb = [
  defineNamedRule({
    id: 'influxdb-token',
    title: 'InfluxDB token',
    severity: 'high',
    confidence: 'medium',
    description: 'Reads or writes buckets; an all-access or operator token administers the organisation.',
    remediation: 'Delete the token in InfluxDB under Load data › API tokens, then generate a new one.',
    references: ['https://docs.influxdata.com/influxdb/v2/admin/tokens/'],
    environment: ['INFLUX_TOKEN', 'INFLUXDB_TOKEN'],
    words: ['influx'],
    value: whole(`${run(b64u, 86)}==`),
    judge: mixed,
    examples: () => ({
      leaks: [leak`INFLUX_TOKEN=${`${fake(b64u, 86, 1)}==`}`, leak`influxdb_auth: "${`${fake(b64u, 86, 2)}==`}"`],
      clean: [`TOKEN=${fake(b64u, 86)}==`, `INFLUX_TOKEN=${fake(b64u, 85)}==`, `INFLUX_TOKEN=${fake(b64u, 87)}==`],
    }),
  }),
];
