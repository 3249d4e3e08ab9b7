import { b64u, defineRule, fake, leak, mixed, run, token } from '../src/rule-kit/index.ts';

export const scalingo = [
  defineRule({
    id: 'scalingo-api-token',
    title: 'Scalingo API token',
    severity: 'critical',
    description: 'Acts as its user on every application that one can reach.',
    remediation: 'Revoke the token in the dashboard under Account › API tokens.',
    references: ['https://developers.scalingo.com/'],
    environment: ['SCALINGO_API_TOKEN'],
    anchors: ['tk-us-'],
    pattern: token('tk-us-', run(b64u, 48), b64u),
    binary: true,
    judge: mixed,
    examples: () => ({
      leaks: [
        leak`SCALINGO_API_TOKEN=${`tk-us-${fake(b64u, 48, 1)}`}`,
        leak`scalingo login --api-token ${`tk-us-${fake(b64u, 48, 2)}`}`,
      ],
      clean: [
        `tk-us-${fake(b64u, 47)}`,
        `tk-us-${fake(b64u, 49)}`,
        `atk-us-${fake(b64u, 48, 3)}`,
        `tk-us-${'x'.repeat(48)}`,
      ],
    }),
  }),
];
