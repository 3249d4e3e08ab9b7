import { b64u, defineRule, fake, leak, mixed, run, token } from '../src/rule-kit/index.ts';

export const elasticCloud = [
  defineRule({
    id: 'elastic-cloud-api-key',
    title: 'Elastic Cloud API key',
    severity: 'critical',
    description: 'Acts on the organisation: deployments, users, billing, as its role allows.',
    remediation: 'Revoke the key in the Elastic Cloud console under Organization › API keys.',
    references: ['https://www.elastic.co/docs/deploy-manage/api-keys/elastic-cloud-api-keys'],
    environment: ['EC_API_KEY'],
    anchors: ['essu_'],
    pattern: token('essu_', run(b64u, 60, 200), b64u),
    binary: true,
    judge: mixed,
    examples: () => ({
      leaks: [
        leak`EC_API_KEY=${`essu_${fake(b64u, 80, 1)}`}`,
        leak`Authorization: ApiKey ${`essu_${fake(b64u, 80, 2)}`}`,
      ],
      clean: [
        `essu_${fake(b64u, 59)}`,
        `essu_${fake(b64u, 201)}`,
        `aessu_${fake(b64u, 80, 3)}`,
        `essu_${'x'.repeat(80)}`,
      ],
    }),
  }),
];
