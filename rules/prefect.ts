import { b62, defineRule, fake, leak, mixed, run, token } from '../src/rule-kit/index.ts';

export const prefect = [
  defineRule({
    id: 'prefect-api-key',
    title: 'Prefect Cloud API key',
    severity: 'high',
    description: 'Acts as its user or service account: runs flows, reads blocks with their secrets.',
    remediation: 'Revoke the key in Prefect Cloud under Account settings › API keys.',
    references: ['https://docs.prefect.io/v3/manage/cloud/manage-users/api-keys'],
    environment: ['PREFECT_API_KEY'],
    anchors: ['pnu_', 'pnb_'],
    pattern: token(['pnu_', 'pnb_'], run(b62, 36), b62),
    binary: true,
    judge: mixed,
    examples: () => ({
      leaks: [
        leak`PREFECT_API_KEY=${`pnu_${fake(b62, 36, 1)}`}`,
        leak`prefect cloud login --key ${`pnb_${fake(b62, 36, 2)}`}`,
      ],
      clean: [`pnu_${fake(b62, 35)}`, `pnu_${fake(b62, 37)}`, `apnu_${fake(b62, 36, 3)}`, `pnu_${'x'.repeat(36)}`],
    }),
  }),
];
