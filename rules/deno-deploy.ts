import { b62, defineRule, fake, leak, mixed, run, token } from '../src/rule-kit/index.ts';

export const denoDeploy = [
  defineRule({
    id: 'deno-deploy-token',
    title: 'Deno Deploy access token',
    severity: 'critical',
    description: 'Acts as its user or organisation: deploys code and reads environment variables.',
    remediation: 'Revoke the token in the dashboard under Account settings › Access tokens.',
    references: ['https://docs.deno.com/deploy/'],
    environment: ['DENO_DEPLOY_TOKEN'],
    anchors: ['ddp_', 'ddw_'],
    pattern: token(['ddp_', 'ddw_'], run(b62, 36), b62),
    binary: true,
    judge: mixed,
    examples: () => ({
      leaks: [
        leak`DENO_DEPLOY_TOKEN=${`ddp_${fake(b62, 36, 1)}`}`,
        leak`deployctl deploy --token=${`ddw_${fake(b62, 36, 2)}`}`,
      ],
      clean: [`ddp_${fake(b62, 35)}`, `ddp_${fake(b62, 37)}`, `addp_${fake(b62, 36, 3)}`, `ddp_${'x'.repeat(36)}`],
    }),
  }),
];
