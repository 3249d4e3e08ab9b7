import { b62, defineRule, fake, leak, mixed, run, token } from '../src/rule-kit/index.ts';

export const clickhouse = [
  defineRule({
    id: 'clickhouse-cloud-api-secret',
    title: 'ClickHouse Cloud API key secret',
    severity: 'critical',
    description: 'With its key id it administers the services of an organisation.',
    remediation: 'Disable or delete the key in the console under Organization › API keys.',
    references: ['https://clickhouse.com/docs/cloud/manage/openapi'],
    environment: ['CLICKHOUSE_CLOUD_API_SECRET'],
    anchors: ['4b1d'],
    pattern: token('4b1d', run(b62, 38), b62),
    near: { words: ['clickhouse'], bytes: 200 },
    judge: mixed,
    examples: () => ({
      leaks: [
        leak`CLICKHOUSE_CLOUD_API_SECRET=${`4b1d${fake(b62, 38, 1)}`}`,
        leak`curl --user $CLICKHOUSE_KEY_ID:${`4b1d${fake(b62, 38, 2)}`} https://api.clickhouse.cloud`,
      ],
      clean: [`4b1d${fake(b62, 39)}`, `a4b1d${fake(b62, 38, 3)}`, `4b1d${fake(b62, 38)}`],
    }),
  }),
];
