import { b62, defineRule, fake, leak, mixed, run, token } from '../src/rule-kit/index.ts';

export const cockroachdb = [
  defineRule({
    id: 'cockroachdb-cloud-api-key',
    title: 'CockroachDB Cloud secret key',
    severity: 'critical',
    description: 'Acts as a service account on the clusters of an organisation.',
    remediation: 'Delete the key in the console under Access management › Service accounts.',
    references: ['https://www.cockroachlabs.com/docs/cockroachcloud/'],
    environment: ['COCKROACH_API_KEY'],
    anchors: ['CCDB1_'],
    pattern: token('CCDB1_', `${run(b62, 22)}_${run(b62, 40)}`, b62),
    binary: true,
    judge: mixed,
    examples: () => ({
      leaks: [
        leak`COCKROACH_API_KEY=${`CCDB1_${fake(b62, 22, 1)}_${fake(b62, 40, 1)}`}`,
        leak`Authorization: Bearer ${`CCDB1_${fake(b62, 22, 2)}_${fake(b62, 40, 2)}`}`,
      ],
      clean: [
        `CCDB1_${fake(b62, 22)}_${fake(b62, 39)}`,
        `CCDB1_${fake(b62, 22)}_${fake(b62, 41)}`,
        `aCCDB1_${fake(b62, 22, 3)}_${fake(b62, 40, 3)}`,
      ],
    }),
  }),
];
